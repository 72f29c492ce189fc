/** What may be unpacked from one attachment, in bytes. */
const MAX_BYTES = 2_000_000
/** Attachments looked at, and how far around the name of one its dictionary is looked for, in characters. */
const MAX_ATTACHMENTS = 50
const MAX_DICTIONARY = 4000

/**
 * The first JSON file attached to a PDF (ISO 32000-2, 7.11.4: an embedded file stream), as text; undefined when there is
 * none. Reads streams that stand in the file as they are or deflated, which is how ours and most others are written; an
 * encrypted PDF, or another compression, holds nothing for us.
 */
export async function jsonAttachedTo(pdf: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  // one character a byte, so that places in the text are places in the file
  const text = new TextDecoder('latin1').decode(pdf)
  const attachments = [...text.matchAll(/\/Type\s*\/EmbeddedFile\b/g)].slice(0, MAX_ATTACHMENTS)
  for (const found of attachments) {
    const attached = await readStream(pdf, text, found.index)
    const content = attached === undefined ? undefined : jsonText(attached)
    if (content !== undefined) return content
  }
  return undefined
}

async function readStream(
  pdf: Uint8Array<ArrayBuffer>,
  text: string,
  at: number,
): Promise<Uint8Array | undefined> {
  const opening = text.slice(at, at + MAX_DICTIONARY).match(/stream\r?\n/)
  if (opening?.index === undefined) return undefined
  const start = at + opening.index + opening[0].length
  const before = text.slice(Math.max(0, at - MAX_DICTIONARY), at)
  const dictionary = before.slice(before.lastIndexOf(' obj') + 1) + text.slice(at, at + opening.index)
  const [, length] = /\/Length\s+(\d+)(?!\s+\d+\s+R)\b/.exec(dictionary) ?? []
  const end = length === undefined ? text.indexOf('endstream', start) : start + Number(length)
  if (end <= start || end > pdf.length) return undefined
  const bytes = pdf.slice(start, end)
  if (!dictionary.includes('/Filter')) return bytes
  return /\/Filter\s*\[?\s*\/FlateDecode\s*\]?\s*[/>]/.test(dictionary) ? inflate(bytes) : undefined
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer())
      size += value.length
      if (size > MAX_BYTES) {
        await reader.cancel()
        return undefined
      }
      chunks.push(value)
    }
  } catch {
    return undefined
  }
}

function jsonText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim()
    JSON.parse(text)
    return text
  } catch {
    return undefined
  }
}
