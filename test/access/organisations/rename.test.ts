import { beforeEach, describe, expect, it } from 'vitest'
import { listEvents } from '../../../server/access/audit/index.ts'
import {
  createOrganisation,
  findOrganisation,
  findOrganisationByName,
  renameOrganisation,
  todayOf,
} from '../../../server/access/organisations/index.ts'
import type { Actor } from '../../../server/kernel/roles.ts'
import { createSite, openBrowser } from '../access-site.ts'
import { createWorld, OPERATOR, type World } from '../access-world.ts'

let world: World

beforeEach(async () => {
  world = await createWorld()
})

const rename = (actor: Actor, name: string, more: { publicLabel?: string; contactEmail?: string } = {}) =>
  renameOrganisation(world.deps, actor, { organisationId: world.quimper.id, name, ...more })

describe('a structure gets another name', () => {
  it('from its coordinator or an admin; slug and so DID stay', async () => {
    for (const [actor, name] of [
      [world.coordinator, 'Mission locale de Cornouaille'],
      [world.admin, 'Mission locale Cornouaille Océane'],
    ] as const) {
      const renamed = await rename(actor, name)
      expect(renamed).toMatchObject({ name, slug: 'mission-locale-de-quimper' })
      expect(await todayOf(world.db, world.quimper.id)).toMatchObject({ name, state: 'open' })
    }
  })

  it('from nobody else: a trainer is refused, to a neighbour it does not exist', async () => {
    await expect(rename(world.trainer, 'Autre')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(rename(world.neighbour, 'Autre')).rejects.toMatchObject({ code: 'not-found' })
    expect((await findOrganisation(world.db, world.quimper.id))?.name).toBe(world.quimper.name)
  })

  it('but not the name of another one', async () => {
    await expect(rename(world.admin, 'cfa de BREST')).rejects.toMatchObject({ code: 'already-exists' })
  })

  it('and is still found by the one it had, unless somebody else bears that now', async () => {
    const former = world.quimper.name
    await rename(world.coordinator, 'Mission locale de Cornouaille')
    expect((await findOrganisationByName(world.db, former.toUpperCase()))?.id).toBe(world.quimper.id)
    const newcomer = await createOrganisation(world.deps, OPERATOR, { name: former, kind: 'other' })
    expect(newcomer.slug).toBe('mission-locale-de-quimper-2')
    expect((await findOrganisationByName(world.db, former))?.id).toBe(newcomer.id)
  })

  it('with its label and contact; the audit trail says which fields, and saying the same again says nothing', async () => {
    const more = { publicLabel: 'Espace jeunes', contactEmail: 'contact@exemple.fr' }
    await rename(world.coordinator, world.quimper.name, more)
    await rename(world.coordinator, world.quimper.name, more)
    expect(await todayOf(world.db, world.quimper.id)).toMatchObject({
      name: 'Espace jeunes',
      contactEmail: 'contact@exemple.fr',
    })
    const events = await listEvents(world.db, { organisationId: world.quimper.id })
    const renamed = events.filter(({ action }) => action === 'organisation.renamed')
    expect(renamed.map(({ details }) => details)).toEqual([{ fields: ['publicLabel', 'contactEmail'] }])
  })
})

describe('the page of name and contact', () => {
  const page = '/organisation/mission-locale-de-quimper/details'

  it('keeps what was typed when something is wrong, and saves the rest', async () => {
    const maelle = await openBrowser(world, createSite(world), world.coordinator)
    expect((await maelle.open(page)).text).toContain('value="Mission locale de Quimper"')
    const wrong = await maelle.send(page, { name: '', contactEmail: 'contact@exemple.fr' })
    expect([wrong.status, wrong.text.includes('value="contact@exemple.fr"')]).toEqual([422, true])
    const taken = await maelle.send(page, { name: 'CFA de Brest' })
    expect([taken.status, taken.text.includes('porte déjà ce nom')]).toEqual([409, true])
    expect((await maelle.send(page, { name: 'Mission locale de Cornouaille' })).status).toBe(303)
    expect((await maelle.open('/organisation')).text).toContain('Mission locale de Cornouaille')
    expect((await maelle.open(`${page}?lang=en`)).text).toContain('today: Mission locale de Cornouaille')
  })

  it('is not for trainers, and is nowhere for neighbours', async () => {
    const site = createSite(world)
    expect((await (await openBrowser(world, site, world.trainer)).open(page)).status).toBe(403)
    expect((await (await openBrowser(world, site, world.neighbour)).open(page)).status).toBe(404)
  })
})
