import { PDFDocument } from 'pdf-lib'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { jsonAttachedTo } from '../../../browser/verification-kit/pdf-attachment.ts'

const JSON_TEXT = '{"name":"Passeport d’Inès"}'
const bytesOf = (...parts: (string | Uint8Array)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))))

/** An embedded file as it stands in a PDF. */
function embedded(content: Uint8Array, entries: string): Uint8Array<ArrayBuffer> {
  return bytesOf(
    '%PDF-2.0\n1 0 obj\n<< /Type /EmbeddedFile ',
    entries,
    ' >>\nstream\r\n',
    content,
    '\nendstream\nendobj\n%%EOF',
  )
}

describe('the JSON attached to a PDF', () => {
  it.each([true, false])(
    'is found in what a PDF library writes (object streams: %s)',
    async (useObjectStreams) => {
      const pdf = await PDFDocument.create()
      pdf.addPage()
      await pdf.attach(Buffer.from('a picture, say'), 'image.png', { mimeType: 'image/png' })
      await pdf.attach(Buffer.from(JSON_TEXT), 'passeport.json', { mimeType: 'application/json' })
      expect(await jsonAttachedTo(new Uint8Array(await pdf.save({ useObjectStreams })))).toBe(JSON_TEXT)
    },
  )

  it('is found as it is, deflated, with a length given elsewhere or none', async () => {
    const plain = Buffer.from(JSON_TEXT)
    const small = deflateSync(plain)
    for (const pdf of [
      embedded(plain, `/Length ${plain.length}`),
      embedded(small, `/Filter /FlateDecode /Length ${small.length}`),
      embedded(small, `/Filter [/FlateDecode] /Length ${small.length}`),
      embedded(plain, '/Length 7 0 R'),
      embedded(plain, ''),
    ])
      expect(await jsonAttachedTo(pdf)).toBe(JSON_TEXT)
  })

  it.each([
    ['nothing attached', bytesOf('%PDF-2.0\n%%EOF')],
    ['a stream that ends nowhere', bytesOf('%PDF-2.0 1 0 obj << /Type /EmbeddedFile >> stream\n{"a":1}')],
    ['a length beyond the end', embedded(Buffer.from('{}'), '/Length 99999999')],
    ['something else than JSON', embedded(Buffer.from('hello'), '/Length 5')],
    ['a compression that is none', embedded(Buffer.from('hello'), '/Filter /FlateDecode /Length 5')],
    ['another compression', embedded(Buffer.from('{}'), '/Filter /LZWDecode /Length 2')],
    ['no stream at all', bytesOf('%PDF-2.0 << /Type /EmbeddedFile >> ', 'x'.repeat(10_000), 'stream\n{}')],
  ])('is not there: %s', async (_case, pdf) => {
    expect(await jsonAttachedTo(pdf)).toBeUndefined()
  })

  it('is not unpacked without end', async () => {
    const bomb = deflateSync(Buffer.alloc(50_000_000, ' '))
    expect(
      await jsonAttachedTo(embedded(bomb, `/Filter /FlateDecode /Length ${bomb.length}`)),
    ).toBeUndefined()
  })

  it('is looked for in one pass over a file full of beginnings', async () => {
    expect(await jsonAttachedTo(bytesOf('/Type /EmbeddedFile stream\n'.repeat(20_000)))).toBeUndefined()
  })
})
