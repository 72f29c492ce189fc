import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/**
 * A reader of QR codes for browsers without one of their own: ZXing, compiled. Loaded when somebody opens the camera.
 * @param wasm address of the compiled library on this server: it would come from elsewhere otherwise
 */
export async function openReader(wasm: string): Promise<(frame: ImageData) => Promise<string | undefined>> {
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true })
  return async (frame) => {
    const [found] = await readBarcodes(frame, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 })
    return found?.isValid === true ? found.text : undefined
  }
}
