import { AppError } from '../../kernel/errors.ts'
import type { Encoding } from './table.ts'

/**
 * The text of a CSV file and the encoding it was in: the one its byte order mark announces, else UTF-8 when every
 * byte sequence is valid UTF-8, else Windows-1252, which is what French Excel writes under « CSV ».
 *
 * @throws AppError `file-not-a-table` for a workbook, a PDF, a picture or any other binary file, and `file-empty`.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes.length === 0) throw new AppError('file-empty')
  refuseKnownFormats(bytes)
  const decoded = decode(bytes)
  if (hasControls(decoded.text)) throw notATable('imports.fileIsBinary')
  const text = repairDoubleEncoding(decoded.text).normalize('NFC')
  if (text.trim() === '') throw new AppError('file-empty')
  return { text, encoding: decoded.encoding }
}

/** The refusal of a file that is no CSV, with the sentence that says what to do about it. */
export function notATable(
  message: `imports.${string}`,
  params: Readonly<Record<string, string | number>> = {},
): AppError {
  return new AppError('file-not-a-table', {}, [{ field: 'file', message, params }])
}

/** First bytes of files people mistake for a CSV, and the sentence for each. */
const SIGNATURES: readonly (readonly [readonly number[], `imports.${string}`])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'imports.fileIsWorkbook'], // zip: .xlsx, .ods
  [[0xd0, 0xcf, 0x11, 0xe0], 'imports.fileIsWorkbook'], // compound file: .xls
  [[0x25, 0x50, 0x44, 0x46], 'imports.fileIsBinary'], // PDF
  [[0xff, 0xd8, 0xff], 'imports.fileIsBinary'], // JPEG
  [[0x89, 0x50, 0x4e, 0x47], 'imports.fileIsBinary'], // PNG
]

function refuseKnownFormats(bytes: Uint8Array): void {
  const found = SIGNATURES.find(([signature]) => startsWith(bytes, signature))
  if (found !== undefined) throw notATable(found[1])
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decodeAs('utf-8', bytes)
  if (startsWith(bytes, [0xff, 0xfe])) return decodeAs('utf-16le', bytes)
  if (startsWith(bytes, [0xfe, 0xff])) return decodeAs('utf-16be', bytes)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return decodeAs('windows-1252', bytes)
  }
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): { text: string; encoding: Encoding } {
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

/** No spreadsheet writes these: a NUL, a bell, an escape… */
function hasControls(text: string): boolean {
  // eslint refuses control characters in a literal pattern, so they are compared one by one
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 11 && code !== 12) return true
  }
  return false
}

/**
 * UTF-8 that somebody opened as Windows-1252 and saved again reads « PrÃ©nom ». Where the whole text shows that
 * mark and turning it back gives valid UTF-8, it is turned back.
 */
function repairDoubleEncoding(text: string): string {
  if (!/[ÃÂ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/.test(text)) return text
  const bytes = encodeWindows1252(text)
  if (bytes === undefined) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return text
  }
}

const BYTE_BY_CHARACTER: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte): [string, number][] => [
    [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte],
    // programs that read ISO 8859-1 to the letter left the controls that Windows-1252 uses for € and ’
    ...(byte >= 0x80 && byte < 0xa0 ? [[String.fromCharCode(byte), byte] as [string, number]] : []),
  ]).flat(),
)

/** The text in Windows-1252, or undefined when a character does not exist there. */
export function encodeWindows1252(text: string): Uint8Array | undefined {
  const bytes = Array.from(text, (character) => BYTE_BY_CHARACTER.get(character))
  return bytes.every((byte) => byte !== undefined) ? Uint8Array.from(bytes) : undefined
}
