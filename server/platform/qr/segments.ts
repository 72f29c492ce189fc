import type { QRCodeSegment } from 'qrcode'

const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]*$/
/** An address with a long number behind its `#`: fewer digits are not worth two more headers. */
const WITH_NUMBER = /^(?<address>[^#]*)#(?<digits>[0-9]{20,})$/

/**
 * How a text is written into a symbol (ISO/IEC 18004, 7.4): in the alphanumeric mode when every character allows it (5.5
 * bits each), else as bytes. A long number behind a `#` goes in the numeric mode (3.33 bits a digit), and the `#`, which
 * the alphanumeric mode does not know, as a byte between them.
 */
export function segmentsOf(text: string): readonly QRCodeSegment[] {
  const { address, digits } = WITH_NUMBER.exec(text)?.groups ?? {}
  if (address === undefined || digits === undefined) return [plain(text)]
  const head = ALPHANUMERIC.test(address) ? [plain(address), bytes('#')] : [bytes(`${address}#`)]
  return [...head, { data: digits, mode: 'numeric' }]
}

const plain = (text: string): QRCodeSegment =>
  ALPHANUMERIC.test(text) ? { data: text, mode: 'alphanumeric' } : bytes(text)

const bytes = (text: string): QRCodeSegment => ({ data: new TextEncoder().encode(text), mode: 'byte' })
