import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createEscoSearch, importEsco, listEscoImports } from '../../../server/issuer/esco/index.ts'
import { openTestDatabase } from '../../support/database.ts'

const OPERATOR = { kind: 'system', name: 'test' } as const
const clock = { now: () => new Date('2026-07-03T09:00:00Z') }
const OFFICIAL = join(import.meta.dirname, '../../../../shared/domain/esco/esco-skills_fr.csv')
const uri = (n: number) => `http://data.europa.eu/esco/skill/0000000${n}-1f27-439e-a4e0-19a87a501bfc`

const PORTAL = [
  'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status',
  `KnowledgeSkillCompetence,${uri(1)},skill,transversal,travailler en équipe,"collaborer en équipe\ncoopérer",,released`,
  `KnowledgeSkillCompetence,${uri(2)},skill,sector,réparer un vélo,,,released`,
  `KnowledgeSkillCompetence,${uri(3)},skill,sector,réparer un fiacre,,,obsolete`,
].join('\n')

async function aWorld() {
  const db = await openTestDatabase()
  const esco = createEscoSearch()
  const take = (text: string | Uint8Array, language: 'fr' | 'en' = 'fr') =>
    importEsco({ db, clock }, OPERATOR, { bytes: Buffer.from(text), language, version: '1.2.0' })
  const search = async (text: string, language: 'fr' | 'en' = 'fr') =>
    (await esco.search(db, language, text)).map(({ label }) => label[language])
  return { db, take, search }
}

describe('ESCO', () => {
  it('is read from the portal’s own columns, without obsolete skills', async () => {
    const { db, take, search } = await aWorld()
    expect(await take(PORTAL)).toMatchObject({ skills: 2, version: '1.2.0' })
    expect(await search('équipe')).toEqual(['travailler en équipe'])
    expect(await search('fiacre')).toEqual([])
    expect(await listEscoImports(db)).toHaveLength(1)
  })

  it('finds a skill with a wrong letter, without accents, by its other names, from its first letters', async () => {
    const { take, search } = await aWorld()
    await take(PORTAL)
    for (const typed of ['travaillr equipe', 'COOPERER', 'trav', 'l’équipe'])
      expect([typed, await search(typed)]).toEqual([typed, ['travailler en équipe']])
    expect(await search('t')).toEqual([])
    expect(await search('hélicoptère')).toEqual([])
  })

  it('replaces a language at each import, and speaks each where it has it', async () => {
    const { take, search } = await aWorld()
    await take(PORTAL)
    expect(await search('team', 'en')).toEqual([])
    await take(
      PORTAL.replace('travailler en équipe', 'work in teams').replace('collaborer', 'collaborate'),
      'en',
    )
    expect(await search('team', 'en')).toEqual(['work in teams'])
    await take(PORTAL.replace('réparer un vélo', 'réparer une moto'))
    expect(await search('vélo')).toEqual([])
    expect(await search('moto')).toEqual(['réparer une moto'])
  })

  it.each([
    ['an empty file', '', 'file-not-a-table'],
    ['titles alone', 'conceptUri,preferredLabel\n', 'file-empty'],
    ['other columns', 'a,b\n1,2\n', 'file-not-a-table'],
    ['bytes that are no text', Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe]), 'file-not-a-table'],
    ['a skill without a label', `conceptUri,preferredLabel\n${uri(1)},\n`, 'import-has-errors'],
    ['an open quote', `conceptUri,preferredLabel\n"${uri(1)},x\n`, 'file-not-a-table'],
  ])('refuses %s and keeps what was there', async (_name, text, code) => {
    const { db, take } = await aWorld()
    await take(PORTAL)
    const before = await db('esco_skills').orderBy('uri')
    const expected = text === '' ? 'file-empty' : code
    await expect(take(text)).rejects.toMatchObject({ code: expected })
    expect(await db('esco_skills').orderBy('uri')).toEqual(before)
  })

  it.skipIf(!existsSync(OFFICIAL))('takes the 13,000 skills of the official file', async () => {
    const { take, search } = await aWorld()
    expect((await take(readFileSync(OFFICIAL))).skills).toBeGreaterThan(13_000)
    expect(await search('travailler en equipe')).toContain('travailler en équipe')
  })
})
