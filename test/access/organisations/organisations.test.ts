import { describe, expect, test } from 'vitest'
import { listEvents } from '../../../server/access/audit/index.ts'
import {
  createOrganisation,
  findOrganisation,
  findOrganisationByName,
  findOrganisationBySlug,
  listOrganisations,
  publicNameOf,
} from '../../../server/access/organisations/index.ts'
import { createWorld, OPERATOR } from '../access-world.ts'

describe('adding a structure', () => {
  test('it gets an address made from its name, and an event in the trail', async () => {
    const { db, deps, admin } = await createWorld()
    const created = await createOrganisation(deps, admin, {
      name: 'Lycée Émile-Œuvrard d’Île-Tudy',
      kind: 'lycee',
      town: 'Île-Tudy',
      contactEmail: 'europe@lycee.exemple.fr',
    })
    expect(created.slug).toBe('lycee-emile-oeuvrard-d-ile-tudy')
    expect(await findOrganisation(db, created.id)).toEqual(created)
    expect(await findOrganisationBySlug(db, created.slug)).toEqual(created)
    expect(await listEvents(db, { subject: { type: 'organisation', id: created.id } })).toMatchObject([
      { action: 'organisation.created', actorId: admin.accountId },
    ])
  })

  test('a name that says too much stays inside: address and public name come from the neutral label', async () => {
    const { deps } = await createWorld()
    const created = await createOrganisation(deps, OPERATOR, {
      name: 'Foyer de la protection judiciaire',
      kind: 'association',
      publicLabel: 'Maison des jeunes du port',
    })
    expect(created.slug).toBe('maison-des-jeunes-du-port')
    expect(publicNameOf(created)).toBe('Maison des jeunes du port')
  })

  test('two names that look alike in an address get two addresses', async () => {
    const { deps } = await createWorld()
    const slugs: string[] = []
    for (const name of ['Cap 東京', 'Cap 大阪', 'Platform', 'Ελλάδα', '東京'])
      slugs.push((await createOrganisation(deps, OPERATOR, { name, kind: 'other' })).slug)
    expect(slugs).toEqual(['cap', 'cap-2', 'platform-2', 'structure', 'structure-2'])
  })

  test('the same name twice is refused, however it is written', async () => {
    const { db, deps } = await createWorld()
    await expect(
      createOrganisation(deps, OPERATOR, { name: '  MISSION LOCALE — de Quimper ', kind: 'other' }),
    ).rejects.toMatchObject({ code: 'already-exists', problems: [{ field: 'name' }] })
    expect(await listOrganisations(db)).toHaveLength(2)
  })

  test('only the platform’s admins add structures', async () => {
    const { db, deps, trainer, coordinator } = await createWorld()
    for (const actor of [trainer, coordinator])
      await expect(
        createOrganisation(deps, actor, { name: 'Ailleurs', kind: 'other' }),
      ).rejects.toMatchObject({ code: 'forbidden' })
    expect(await listOrganisations(db)).toHaveLength(2)
  })

  test('inside a larger piece of work it is undone with it', async () => {
    const { db, clock } = await createWorld()
    const work = db.transaction(async (trx) => {
      await createOrganisation({ db: trx, clock }, OPERATOR, { name: 'Ailleurs', kind: 'other' })
      throw new Error('row 12 is wrong')
    })
    await expect(work).rejects.toThrow('row 12 is wrong')
    expect(await findOrganisationByName(db, 'Ailleurs')).toBeUndefined()
  })
})

describe('finding a structure', () => {
  test.each(['mission locale de quimper', 'MISSION  LOCALE DE QUIMPER', 'Mission-Locale de Quimpér '])(
    'a spreadsheet may write %j',
    async (written) => {
      const { db, quimper } = await createWorld()
      expect((await findOrganisationByName(db, written))?.id).toBe(quimper.id)
    },
  )

  test('its public label works too, unless two structures share it', async () => {
    const { db, deps } = await createWorld()
    const first = await createOrganisation(deps, OPERATOR, {
      name: 'Foyer A',
      kind: 'other',
      publicLabel: 'Maison du port',
    })
    expect((await findOrganisationByName(db, 'maison du port'))?.id).toBe(first.id)
    await createOrganisation(deps, OPERATOR, {
      name: 'Foyer B',
      kind: 'other',
      publicLabel: 'Maison du port',
    })
    expect(await findOrganisationByName(db, 'maison du port')).toBeUndefined()
  })

  test.each(['', ' - ', 'Mission locale', 'inconnue'])('%j finds nothing', async (written) => {
    const { db } = await createWorld()
    expect(await findOrganisationByName(db, written)).toBeUndefined()
  })

  test('a closed structure is found by its id only: what it signed stays verifiable', async () => {
    const { db, quimper } = await createWorld()
    await db('organisations').where({ id: quimper.id }).update({ closed_at: '2026-06-30T08:00:00Z' })
    expect(await findOrganisation(db, quimper.id)).toBeDefined()
    expect(await findOrganisationByName(db, quimper.name)).toBeUndefined()
    expect((await listOrganisations(db)).map(({ name }) => name)).toEqual(['CFA de Brest'])
  })

  test('structures are listed in alphabetical order', async () => {
    const { db, deps } = await createWorld()
    await createOrganisation(deps, OPERATOR, { name: 'Été solidaire', kind: 'association' })
    expect((await listOrganisations(db)).map(({ name }) => name)).toEqual([
      'CFA de Brest',
      'Été solidaire',
      'Mission locale de Quimper',
    ])
  })
})
