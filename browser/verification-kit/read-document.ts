import { isJsonObject, type JsonObject } from '../../server/vc/index.ts'
import { jsonAttachedTo } from './pdf-attachment.ts'

/** A passport with pictures weighs a few hundred kilobytes. */
const MAX_FILE_BYTES = 20_000_000

/** Keys of `templates/locales/<locale>/kit.ts`. */
export type ReadProblem = 'nothing' | 'notJson' | 'pdfWithoutJson' | 'tooLarge'

export type ReadDocument = { readonly document: JsonObject } | { readonly problem: ReadProblem }

/** What somebody gave: JSON, or a PDF with the JSON attached. */
export async function readFile(file: Blob): Promise<ReadDocument> {
  if (file.size > MAX_FILE_BYTES) return { problem: 'tooLarge' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')) {
    const attached = await jsonAttachedTo(bytes)
    return attached === undefined ? { problem: 'pdfWithoutJson' } : readText(attached)
  }
  return readText(new TextDecoder().decode(bytes))
}

/** What somebody pasted. */
export function readText(source: string): ReadDocument {
  const text = source.replace(/^\uFEFF/, '').trim()
  if (text === '') return { problem: 'nothing' }
  try {
    const document: unknown = JSON.parse(text)
    return isJsonObject(document) ? { document } : { problem: 'notJson' }
  } catch {
    return { problem: 'notJson' }
  }
}
