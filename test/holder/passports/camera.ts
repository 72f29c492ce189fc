import { seededRandom } from '../../vc/compact-proof/builders.ts'
import type { Bitmap } from './open-pdf.ts'

/** A place on a page, in its pixels. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** What happens to a printed code between the printer and a telephone's sensor. */
export interface Photo {
  /** The code's middle on the page. */
  readonly centre: Place
  /** Pixels of the page in a module. */
  readonly module: number
  /** Pixels of the camera in a module. */
  readonly seen: number
  /** Modules of the code and its quiet zone. */
  readonly modules: number
  readonly degrees: number
  /** Another one is another sheet of paper, folded elsewhere. */
  readonly sheet: number
  /** Another one is the next picture of the same sheet: other noise, the hand a little further. */
  readonly frame: number
}

/**
 * The conditions of the measurements made for this project (rotation by 3 to 28 degrees, Gaussian blur of 0.35 module, noise
 * of standard deviation 8, contrast 35 to 225 of 255), and a fold besides.
 */
const BLUR = 0.35
const NOISE = 8
const [BLACK, WHITE] = [35, 225]

/** Degrees by which a hand turns between two pictures. */
const HAND = 0.7

/** A fold, in modules: the ink is worn off along a line, and the paper beside it lies in shadow. */
const WORN = 0.6
const SHADOW = { width: 4, light: 0.75 }

/** The page as a camera sees it: printed in grey, folded across the code, turned, out of focus, in poor light. */
export function photograph(page: Bitmap, photo: Photo): Bitmap {
  const random = seededRandom(97 * photo.sheet + photo.frame)
  const side = Math.ceil(photo.modules * photo.seen * 1.5)
  const sharp = project(page, photo, side)
  const blurred = blur(sharp, side, BLUR * photo.seen)
  const data = new Uint8ClampedArray(side * side * 4)
  for (const [at, light] of blurred.entries()) {
    const value = BLACK + light * (WHITE - BLACK) + NOISE * gaussian(random)
    data.set([value, value, value, 255], at * 4)
  }
  return { width: side, height: side, data }
}

/** Where a sheet is folded: along one of its edges, not quite straight, somewhere across the middle half of the code. */
interface Fold {
  readonly angle: number
  /** From the code's middle, in modules. */
  readonly offset: number
}

function foldOf({ modules, sheet }: Photo): Fold {
  const random = seededRandom(sheet)
  const along = random() < 0.5 ? 0 : Math.PI / 2
  return { angle: along + (random() - 0.5) * 0.2, offset: (random() - 0.5) * (modules / 2) }
}

/** Turned and scaled, with the fold: how light each pixel of the camera is, 0 to 1. */
function project(page: Bitmap, photo: Photo, side: number): Float64Array {
  const { centre, module, seen } = photo
  const fold = foldOf(photo)
  const degrees = photo.degrees + HAND * photo.frame
  const scale = module / seen
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const seenBy = new Float64Array(side * side)
  for (const at of seenBy.keys()) {
    let light = 0
    // four samples a pixel: a sensor gathers, it does not pick
    for (const [dx, dy] of [
      [0.25, 0.25],
      [0.75, 0.25],
      [0.25, 0.75],
      [0.75, 0.75],
    ] as const) {
      const u = ((at % side) + dx - side / 2) * scale
      const v = (Math.floor(at / side) + dy - side / 2) * scale
      const [x, y] = [u * cos - v * sin, u * sin + v * cos]
      const across = (x * Math.sin(fold.angle) - y * Math.cos(fold.angle)) / module - fold.offset
      light += folded(greyAt(page, centre.x + x, centre.y + y), across) / 4
    }
    seenBy[at] = light
  }
  return seenBy
}

function folded(light: number, across: number): number {
  if (Math.abs(across) < WORN) return 1
  return across > 0 && across < SHADOW.width ? light * SHADOW.light : light
}

/** How light a page is at a place between its pixels, as a grey printer prints it (ITU-R BT.601). */
function greyAt({ width, height, data }: Bitmap, x: number, y: number): number {
  const [left, top] = [Math.floor(x - 0.5), Math.floor(y - 0.5)]
  const grey = (column: number, row: number): number => {
    if (column < 0 || row < 0 || column >= width || row >= height) return 1
    const at = (row * width + column) * 4
    return ((data[at] ?? 0) * 0.299 + (data[at + 1] ?? 0) * 0.587 + (data[at + 2] ?? 0) * 0.114) / 255
  }
  const [right, down] = [x - 0.5 - left, y - 0.5 - top]
  return (
    (grey(left, top) * (1 - right) + grey(left + 1, top) * right) * (1 - down) +
    (grey(left, top + 1) * (1 - right) + grey(left + 1, top + 1) * right) * down
  )
}

/** A Gaussian blur, along the rows and then along the columns. */
function blur(image: Float64Array, side: number, sigma: number): Float64Array {
  const reach = Math.ceil(3 * sigma)
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * sigma ** 2)),
  )
  const whole = kernel.reduce((sum, weight) => sum + weight, 0)
  const along = (from: Float64Array, step: number): Float64Array =>
    from.map((_, at) => {
      const place = step === 1 ? at % side : Math.floor(at / side)
      let sum = 0
      for (const [index, weight] of kernel.entries()) {
        const to = Math.min(Math.max(place + index - reach, 0), side - 1)
        sum += weight * (from[at + (to - place) * step] ?? 0)
      }
      return sum / whole
    })
  return along(along(image, 1), side)
}

/** A draw of the standard normal distribution (Box and Muller). */
const gaussian = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
