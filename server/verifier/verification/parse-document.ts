import { isJsonObject, type JsonObject } from '../../vc/index.ts'

/** A credential is some 5 KB, a passport of twenty some 100 KB. */
export const MAX_DOCUMENT_BYTES = 1_000_000
const MAX_DEPTH = 100

export type ParsedDocument =
  | { readonly ok: true; readonly document: JsonObject }
  | { readonly ok: false; readonly message: ParseProblem }

/** Keys of `templates/locales/<locale>/fields.ts`. */
export type ParseProblem =
  | 'fields.verifyNothing'
  | 'fields.verifyNotJson'
  | 'fields.verifyPdf'
  | 'fields.verifyTooDeep'
  | 'fields.verifyTooLarge'

/** Reads what somebody pasted or uploaded. Size and depth are looked at before the text is parsed. */
export function parseDocument(source: string): ParsedDocument {
  const text = source.replace(/^\uFEFF/, '').trim()
  if (text === '') return refuse('fields.verifyNothing')
  if (text.startsWith('%PDF-')) return refuse('fields.verifyPdf')
  if (Buffer.byteLength(text) > MAX_DOCUMENT_BYTES) return refuse('fields.verifyTooLarge')
  if (isDeeperThan(text, MAX_DEPTH)) return refuse('fields.verifyTooDeep')
  try {
    const document: unknown = JSON.parse(text)
    return isJsonObject(document) ? { ok: true, document } : refuse('fields.verifyNotJson')
  } catch {
    return refuse('fields.verifyNotJson')
  }
}

const refuse = (message: ParseProblem): ParsedDocument => ({ ok: false, message })

/** Counts brackets outside strings; good enough to refuse, never used to accept. */
function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const symbol = text[at]
    if (quoted) {
      if (symbol === '\\') at++
      else if (symbol === '"') quoted = false
    } else if (symbol === '"') quoted = true
    else if (symbol === '{' || symbol === '[') {
      if (++depth > limit) return true
    } else if (symbol === '}' || symbol === ']') depth--
  }
  return false
}
