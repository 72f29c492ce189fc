import sharp from 'sharp'
import { AppError } from '../../kernel/errors.ts'

/** Longest side of a stored photo, in pixels. */
export const MAX_PHOTO_SIDE = 1_600
/** A phone takes 12 to 50 million pixels; a small file that claims more is a bomb. */
const MAX_INPUT_PIXELS = 64_000_000
const SECONDS = 15

// it would keep the last hundred pictures, with all the pixels of those that come in several passes
sharp.cache(false)

/**
 * Decodes a picture and writes it again as JPEG, upright, at most 1600 pixels a side, on white. Nothing but the pixels
 * survives: no place, no device, no thumbnail, nothing hidden behind the picture.
 *
 * @throws AppError `file-not-an-image` when it cannot be decoded whole
 */
export async function reencodePhoto(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await sharp(bytes, { limitInputPixels: MAX_INPUT_PIXELS, failOn: 'error', sequentialRead: true })
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({ width: MAX_PHOTO_SIDE, height: MAX_PHOTO_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer()
  } catch (cause) {
    throw new AppError('file-not-an-image', {}, [], { cause })
  }
}
