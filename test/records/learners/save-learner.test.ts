import { describe, expect, it } from 'vitest'
import { createOrganisation } from '../../../server/access/organisations/index.ts'
import { listEvents } from '../../../server/access/audit/index.ts'
import { parseIsoDate, type IsoDate } from '../../../server/kernel/clock.ts'
import { newId, type AccountId } from '../../../server/kernel/ids.ts'
import type { Actor } from '../../../server/kernel/roles.ts'
import {
  identityKey,
  listLearners,
  nameLength,
  normaliseName,
  saveLearner,
} from '../../../server/records/learners/index.ts'
import { openTestDatabase } from '../../support/database.ts'

const clock = { now: () => new Date('2026-06-30T09:00:00Z') }
const system: Actor = { kind: 'system', name: 'test' }
const day = (text: string): IsoDate => parseIsoDate(text) ?? expect.fail(`no day ${text}`)

async function openStructure() {
  const db = await openTestDatabase()
  const { id: organisationId } = await createOrganisation({ db, clock }, system, {
    name: 'Mission locale',
    kind: 'other',
  })
  const save = (givenName: string, familyName: string, more: { birthDate?: IsoDate; email?: string } = {}) =>
    saveLearner(db, { clock }, system, { organisationId, givenName, familyName, ...more })
  return { db, organisationId, save }
}

describe('recording a young person', () => {
  it('finds the same person again however a list writes the name', async () => {
    const { db, organisationId, save } = await openStructure()
    const birthDate = day('2005-02-14')
    const first = await save('Jean-Noël', 'L’Œuvre', { birthDate })
    const second = await save('JEAN NOEL', "L'OEUVRE", { birthDate })
    expect(first.outcome).toBe('created')
    expect(second.outcome).toBe('updated')
    expect(second.learner.id).toBe(first.learner.id)
    expect(second.learner.subjectUrn).toBe(first.learner.subjectUrn)
    expect(await listLearners(db, organisationId)).toHaveLength(1)
  })

  it('changes nothing, and audits nothing, when the same is said twice', async () => {
    const { db, save } = await openStructure()
    const { learner } = await save('Chloé', 'Dupont', { birthDate: day('2005-02-14'), email: 'c@exemple.fr' })
    expect((await save('Chloé', 'Dupont', { birthDate: day('2005-02-14') })).outcome).toBe('unchanged')
    expect(await listEvents(db, { subject: { type: 'learner', id: learner.id } })).toHaveLength(1)
  })

  it('completes a birth date that was missing, and keeps it when a later list leaves it out', async () => {
    const { save } = await openStructure()
    const { learner } = await save('Inès', 'Martin')
    const completed = await save('Inès', 'Martin', { birthDate: day('2006-01-02') })
    expect(completed).toMatchObject({
      outcome: 'updated',
      learner: { id: learner.id, birthDate: '2006-01-02' },
    })
    expect(await save('Inès', 'Martin')).toMatchObject({
      outcome: 'unchanged',
      learner: { birthDate: '2006-01-02' },
    })
  })

  it('keeps two people of the same name apart by their birth dates, and asks when none is given', async () => {
    const { db, organisationId, save } = await openStructure()
    await save('Lina', 'Benali', { birthDate: day('2005-05-05') })
    await save('Lina', 'Benali', { birthDate: day('2007-07-07') })
    expect(await listLearners(db, organisationId)).toHaveLength(2)
    await expect(save('Lina', 'Benali')).rejects.toMatchObject({
      code: 'already-exists',
      problems: [{ field: 'birthDate' }],
    })
  })

  it('refuses somebody without a role in the structure', async () => {
    const { db, organisationId } = await openStructure()
    const stranger: Actor = {
      kind: 'staff',
      accountId: newId<AccountId>(),
      name: 'S',
      email: 's@exemple.fr',
      admin: false,
      memberships: [],
    }
    const input = { organisationId, givenName: 'A', familyName: 'B' }
    await expect(saveLearner(db, { clock }, stranger, input)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('refuses an empty name and one longer than a hundred letters', async () => {
    const { save } = await openStructure()
    await expect(save('  ', 'Dupont')).rejects.toMatchObject({
      code: 'invalid-input',
      problems: [{ field: 'givenName' }],
    })
    await expect(save('a'.repeat(101), 'Dupont')).rejects.toMatchObject({
      problems: [{ message: 'fields.tooLong' }],
    })
    expect((await save('é'.repeat(100), 'Dupont')).outcome).toBe('created')
  })

  it('finds names that hold the wildcards of a database', async () => {
    const { save } = await openStructure()
    await save('100%', 'A_B')
    expect((await save('100x', 'AxB')).outcome).toBe('created')
    expect((await save('100%', 'A_B')).outcome).toBe('unchanged')
  })
})

describe('names', () => {
  it.each([
    'Nguyễn Thị Ánh',
    'محمد عبد الله',
    "N'Diaye",
    'Jean‑Marc d’Ormesson',
    '👩🏽‍🚀 Zoé',
    'Łukasz',
    'O’Neil',
  ])('keeps %s as it is', (name) => {
    expect(normaliseName(name)).toBe(name.normalize('NFC'))
  })

  it('composes accents, joins spaces and drops what only a machine sees', () => {
    expect(normaliseName(' Chloe\u0301\u00a0\u202eDu  pont\u200f ')).toBe('Chloé Du pont')
  })

  it('counts letters as a reader does', () => {
    expect(nameLength('👩🏽‍🚀é')).toBe(2)
  })

  it('gives two alphabets two keys', () => {
    expect(identityKey('محمد', 'علي', null)).not.toBe(identityKey('عمر', 'علي', null))
  })
})
