// QR symbols: what a camera reads, as modules for a page of paper or as a picture for a screen.
export { encodeQr, QUIET_ZONE, qrRects, qrSvg, type QrRect, type QrSymbol } from './qr-code.ts'
