/** Reads the QR code on a picture; undefined when there is none, or not yet sharp enough. */
export type ReadFrame = (frame: HTMLCanvasElement) => Promise<string | undefined>

/** The browser's own reader (Shape Detection API), where there is one. */
interface NativeDetector {
  detect(source: HTMLCanvasElement): Promise<readonly { readonly rawValue: string }[]>
}
interface NativeDetectors {
  new (options: { formats: string[] }): NativeDetector
  getSupportedFormats(): Promise<string[]>
}

/** What `browser/scan-reader` is. */
interface ScanReader {
  readonly openReader: (wasm: string) => Promise<(frame: ImageData) => Promise<string | undefined>>
}

/**
 * The reader of this browser: its own when it knows QR codes, otherwise ours, which is loaded now.
 * @param script address of `browser/scan-reader`; @param wasm of what it runs: both from this server
 */
export async function openFrameReader(script: string, wasm: string): Promise<ReadFrame> {
  return (await nativeReader()) ?? (await ownReader(script, wasm))
}

async function nativeReader(): Promise<ReadFrame | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: NativeDetectors }
  if (BarcodeDetector === undefined) return undefined
  // some browsers have the name and nothing behind it
  const formats = await BarcodeDetector.getSupportedFormats().catch((): string[] => [])
  if (!formats.includes('qr_code')) return undefined
  const detector = new BarcodeDetector({ formats: ['qr_code'] })
  return async (frame) => (await detector.detect(frame))[0]?.rawValue
}

async function ownReader(script: string, wasm: string): Promise<ReadFrame> {
  const { openReader } = (await import(script)) as ScanReader
  const read = await openReader(wasm)
  return async (frame) => {
    const context = frame.getContext('2d', { willReadFrequently: true })
    return context === null ? undefined : read(context.getImageData(0, 0, frame.width, frame.height))
  }
}
