import { readFile } from 'node:fs/promises'
import { AppError } from '../../kernel/errors.ts'
import { sealedBoxSchema, type SealedBox } from './sealed-box.ts'

/** Parses a box file; throws `keys-locked` when it is not one (cut short, edited). */
export function parseBox(text: string): SealedBox {
  try {
    return sealedBoxSchema.parse(JSON.parse(text))
  } catch {
    throw new AppError('keys-locked')
  }
}

/** A box as it is written: JSON a person can look at without learning anything. */
export const boxText = (box: SealedBox): string => JSON.stringify(box, null, 2) + '\n'

/** The file's text, or undefined when there is none. */
export async function readTextFile(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
