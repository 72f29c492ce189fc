import { afterEach, beforeEach, expect, test } from 'vitest'
import { youngVisitor } from '../../holder/young-visitor.ts'
import { openApp, type App } from '../../support/app-world.ts'
import { aPerson, heldBy, HERS } from './a-person.ts'
import { readZip } from '../../platform/zip/read-zip.ts'

let app: App
let world: Awaited<ReturnType<typeof aPerson>>
beforeEach(async () => {
  app = await openApp()
  world = await aPerson(app)
})
afterEach(() => app.close())

async function everything(learnerId: string): Promise<Map<string, Buffer>> {
  const phone = await youngVisitor(app, learnerId)
  const answer = await phone.file('/me/everything.zip')
  expect(answer.headers['content-type']).toBe('application/zip')
  expect(answer.headers['cache-control']).toBe('no-store')
  return readZip(answer.body as Buffer)
}

test('Everything about somebody is one file: a page to read, the same as JSON, the passport, what was signed, their files', async () => {
  const files = await everything(world.hers.learnerId)
  const json = files.get('tout.json')?.toString() ?? ''
  for (const words of HERS) expect(json).toContain(words)
  const { sections } = JSON.parse(json) as { sections: Record<string, unknown[]> }
  for (const section of ['learners', 'mobilities', 'enrolments', 'assessments', 'evidence', 'slips', 'audit'])
    expect(sections[section]).not.toEqual([])

  const read = files.get('tout-lire.html')?.toString() ?? ''
  expect(read).toContain('Tout ce qui te concerne')
  expect(read).toContain('a rebranché la bobine seule')
  for (const name of ['passeport-fr.pdf', 'passport-en.pdf'])
    expect(files.get(name)?.subarray(0, 5).toString()).toBe('%PDF-')
  for (const { code, signed } of await heldBy(app, world.hers.learnerId))
    expect(files.get(`credentials/${code}.json`)?.toString()).toBe(signed)
  expect(files.get('evidence/Le métier à tisser de Wilhelmine.txt')?.equals(world.file.bytes)).toBe(true)
})

test('Of somebody else nothing is in it, nor what opens anything', async () => {
  const files = await everything(world.hers.learnerId)
  const all = [...files.values()].map(String).join('\n')
  for (const words of ['Fontanges', 'Achille', 'achille@exemple.fr', 'va vers les autres'])
    expect(all).not.toContain(words)
  const [slip] = await app.db<{ code_hash: string }>('slips')
  expect(all).not.toContain(slip?.code_hash ?? 'none')
})

test('A stored file that is gone does not keep the rest from its owner', async () => {
  const [row] = await app.db<{ file_key: string }>('evidence')
  await app.services.files.remove(row?.file_key ?? '')
  expect((await everything(world.hers.learnerId)).has('tout.json')).toBe(true)
})
