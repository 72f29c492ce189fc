import type { PdfUpdate } from './open-update.ts'

/**
 * The file with its update: objects as they are, none packed, and a cross-reference stream that points back to the one
 * before (ISO 32000-1, 7.5.6 and 7.5.8).
 */
export function writeUpdate(pdf: Uint8Array, update: PdfUpdate): Buffer {
  // the file's own last line may have no end
  let text = '\n'
  const offsets = new Map<number, number>()
  const add = (number: number, body: string): void => {
    offsets.set(number, pdf.length + text.length)
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  for (const [number, body] of update.objects) add(number, body)
  const reference = update.size
  const start = pdf.length + text.length
  offsets.set(reference, start)
  const numbers = [...offsets.keys()].sort((one, other) => one - other)
  const entries = Buffer.concat(numbers.map((number) => entryOf(offsets.get(number) ?? 0)))
  const index = numbers.map((number) => `${number} 1`).join(' ')
  text +=
    `${reference} 0 obj\n<</Type/XRef/Size ${reference + 1}/W[1 4 2]/Index[${index}]${update.trailer}` +
    `/Length ${entries.length}>>\nstream\n`
  const end = `\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(text, 'latin1'), entries, Buffer.from(end, 'latin1')])
}

/** Type 1: an object in the open, where it starts, generation 0. */
function entryOf(offset: number): Buffer {
  const entry = Buffer.alloc(7)
  entry.writeUInt8(1, 0)
  entry.writeUInt32BE(offset, 1)
  return entry
}
