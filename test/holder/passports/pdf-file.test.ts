import { describe, expect, it } from 'vitest'
import {
  addObject,
  addStream,
  createPdfFile,
  finishFile,
  packAside,
  packNow,
  reserveObject,
  setObject,
  textString,
  to,
  type Pack,
} from '../../../server/holder/passports/pdf/pdf-file.ts'

describe('the PDF file', () => {
  it('is the same whether its streams are packed here or on another core', async () => {
    const write = (pack: Pack) => {
      const file = createPdfFile(pack)
      const root = reserveObject(file)
      const stream = addStream(file, 'x'.repeat(100_000), '/Type/Sample')
      setObject(file, root, `<</Sample ${to(stream)}>>`)
      return finishFile(file, root, addObject(file, '<<>>'))
    }
    expect(Buffer.from(await write(packNow)).equals(Buffer.from(await write(packAside)))).toBe(true)
  })

  it('is not written while an object that others name is missing', async () => {
    const file = createPdfFile(packNow)
    const root = reserveObject(file)
    await expect(finishFile(file, root, root)).rejects.toThrow('object 1')
  })

  it('writes any text as a string that says it', () => {
    expect(textString('a (b) \\')).toBe('(a \\(b\\) \\\\)')
    expect(textString('Inès')).toBe('<FEFF0049006E00E80073>')
    expect(textString('🎉')).toBe('<FEFFD83CDF89>')
  })
})
