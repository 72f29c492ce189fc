import { describe, expect, it } from 'vitest'
import { renderEachPassport } from '../../../server/holder/passports/render-each.ts'
import { renderPassport } from '../../../server/holder/passports/render-passport.ts'
import { passportContent } from './passport-content.ts'

const NAMES = ['Inès', 'Олександр', 'محمد الأمين', 'Zoé 🎉', 'Noé', 'Awa', 'Gaël Le Bihan']
const contents = NAMES.map((holderName, index) =>
  passportContent({ holderName, code: `AAAA1111BBB${index}` }),
)

describe('the passports of many young people, a file each', () => {
  it('are the same bytes as one by one, in the same order', async () => {
    const printed: { name: string; bytes: Uint8Array; unprintable: readonly string[] }[] = []
    for await (const { content, bytes, unprintable } of renderEachPassport(contents, { locale: 'fr' }))
      printed.push({ name: content.holderName, bytes, unprintable })
    expect(printed.map(({ name }) => name)).toEqual(NAMES)
    expect(printed.flatMap(({ unprintable }) => unprintable)).toEqual(['🎉'])
    for (const [index, content] of contents.entries()) {
      const { bytes } = await renderPassport(content, { locale: 'fr' })
      expect(Buffer.from(printed[index]?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true)
    }
  })

  it('are read only a few ahead, so that a thousand of them never stand in memory', async () => {
    let read = 0
    let taken = 0
    let ahead = 0
    function* counted() {
      for (const content of [...contents, ...contents]) {
        read++
        yield content
      }
    }
    for await (const { bytes } of renderEachPassport(counted(), { locale: 'fr' })) {
      expect(bytes.length).toBeGreaterThan(0)
      ahead = Math.max(ahead, read - taken++)
    }
    expect(taken).toBe(contents.length * 2)
    expect(ahead).toBeLessThanOrEqual(4)
  })

  it('stop at the one that cannot be drawn, and say so', async () => {
    const broken = passportContent({ url: 'no address' })
    const names: string[] = []
    await expect(async () => {
      for await (const { content } of renderEachPassport([...contents.slice(0, 2), broken], { locale: 'fr' }))
        names.push(content.holderName)
    }).rejects.toThrow()
    expect(names).toEqual(NAMES.slice(0, 2))
  })

  it('are none when there is nobody', async () => {
    for await (const _ of renderEachPassport([], { locale: 'fr' })) throw new Error('nobody was there')
  })
})
