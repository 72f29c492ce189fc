import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { inside, problem, type Reading, type ReadingContext } from './reading.ts'

/** A telephone's sensor may have 50 million; a picture of more than this is something else. */
const MAX_PIXELS = 60_000_000
/** Of one that comes in several passes (progressive, interlaced): all of it is in memory at a time. */
const MAX_PIXELS_AT_ONCE = 25_000_000
/** Pixels a side that are searched. First in a small picture, where most codes are found, in a fifth of the time. */
const SIDES = [1100, 2500]
const MAX_SECONDS = 2
const MOST_CODES = 4

// it would keep the whole of the last hundred pictures
sharp.cache(false)

let prepared: Promise<unknown> | undefined

/** What a QR code on a photograph or a screenshot says. Pixels are all that is taken from the picture. */
export async function readPicture(bytes: Uint8Array, context: ReadingContext): Promise<Reading> {
  const size = await measure(bytes)
  if (size === undefined) return problem('damaged')
  if (size.pixels > (size.inPasses ? MAX_PIXELS_AT_ONCE : MAX_PIXELS)) return problem('picture-too-large')
  let other: Reading | undefined
  for (const side of SIDES) {
    const pixels = await greyPixels(bytes, side)
    if (pixels === undefined) return problem('damaged')
    for (const said of await codesOn(pixels)) {
      const reading = await context.readOn(said, inside(context, 'qr'))
      if (reading.kind !== 'problem') return reading
      other ??= reading
    }
    if (other !== undefined || size.longest <= side) break
  }
  return other ?? problem('picture-without-code')
}

interface Size {
  readonly pixels: number
  readonly longest: number
  readonly inPasses: boolean
}

async function measure(bytes: Uint8Array): Promise<Size | undefined> {
  try {
    // reads the header alone; `false`, because the bound is ours and has a sentence
    const { width, height, isProgressive } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return { pixels: width * height, longest: Math.max(width, height), inPasses: isProgressive }
  } catch {
    return undefined
  }
}

interface Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>
  readonly width: number
  readonly height: number
}

/** Upright, on white, in grey. */
async function greyPixels(bytes: Uint8Array, side: number): Promise<Pixels | undefined> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 })
      .timeout({ seconds: MAX_SECONDS })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { data: new Uint8ClampedArray(data), width: info.width, height: info.height }
  } catch {
    return undefined
  }
}

async function codesOn({ data, width, height }: Pixels): Promise<string[]> {
  await prepareToLook()
  const channels = data.length / (width * height)
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const grey = data[pixel * channels] ?? 255
    rgba.fill(grey, pixel * 4, pixel * 4 + 3)
    rgba[pixel * 4 + 3] = 255
  }
  const image = { data: rgba, width, height, colorSpace: 'srgb' as const }
  const codes = await readBarcodes(image, {
    formats: ['QRCode'],
    tryHarder: true,
    tryDenoise: true,
    maxNumberOfSymbols: MOST_CODES,
  })
  return codes.filter(({ isValid }) => isValid).map(({ text }) => text)
}

/** Compiles the reader of codes, once a process. */
export async function prepareToLook(): Promise<void> {
  await (prepared ??= prepare())
}

/** Its machine code comes from our own disk: left to itself it would be fetched from a public server. */
async function prepare(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const wasm = await readFile(path)
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength)
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
}
