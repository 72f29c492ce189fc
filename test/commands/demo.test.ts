import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { verifyIndependently } from '../support/independent-verifier.ts'
import { aMachine, type Written } from '../support/run-cli.ts'

const CODE = /^[0-9A-HJKMNP-TV-Z]{12}$/

it(
  'makes a network of three structures and writes its passports; run again, it changes nothing',
  { timeout: 180_000 },
  async () => {
    const machine = aMachine({ PORT: '4173' })
    const first = await machine.run(['demo', '--once', '--json'])
    expect([first.code, first.err]).toEqual([0, ''])
    const result = JSON.parse(first.out) as Written
    expect(Object.keys(result)).toEqual(['dataDir', 'credentials', 'passports'])
    expect(result.dataDir).toBe(machine.env.DATA_DIR)
    expect(result.passports).toHaveLength(12)

    for (const one of result.credentials) {
      expect(Object.keys(one).sort()).toEqual(['file', 'id', 'learner', 'url'])
      const credential = JSON.parse(await readFile(one.file, 'utf8')) as { id: string }
      expect(credential.id).toBe(one.id)
      expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:4173\/v\/[0-9A-Z]{12}$/)
    }
    const [sample] = result.credentials
    expect(await verifyIndependently(JSON.parse(await readFile(sample?.file ?? '', 'utf8')))).toBe(true)
    for (const one of result.passports) {
      expect(Object.keys(one).sort()).toEqual(['code', 'file', 'learner', 'url'])
      expect(one.code).toMatch(CODE)
      expect(one.url).toBe(`http://127.0.0.1:4173/v/${one.code}`)
      expect(existsSync(one.file)).toBe(true)
    }
    const kept = JSON.parse(await readFile(join(result.dataDir, 'demo.json'), 'utf8')) as Written
    expect(kept).toEqual(result)

    const bytes = await readFile(result.passports[0]?.file ?? '')
    const second = await machine.run(['demo', '--once', '--json'])
    expect(second.out).toBe(first.out)
    expect((await readFile(result.passports[0]?.file ?? '')).equals(bytes)).toBe(true)
  },
)
