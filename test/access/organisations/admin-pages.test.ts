import { beforeEach, describe, expect, test } from 'vitest'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import { createSite, openBrowser } from '../access-site.ts'
import { createWorld, type World } from '../access-world.ts'

let world: World
let site: ReturnType<typeof createSite>

beforeEach(async () => {
  world = await createWorld()
  site = createSite(world)
})

const browser = (as?: StaffActor) => openBrowser(world, site, as)
const guest = { name: 'Yann Riou', email: 'yann@exemple.fr', role: 'trainer' }
const QUIMPER = '/organisation/mission-locale-de-quimper/invitations'

describe('the platform’s pages', () => {
  test('an admin adds a structure and lands where its coordinator is invited', async () => {
    const soizic = await browser(world.admin)
    expect((await soizic.open('/admin')).text).toContain('2 structures')
    const answer = await soizic.send(
      '/admin',
      { name: 'Lycée de l’Iroise', kind: 'lycee', town: 'Brest', contactUrl: 'https://lycee.exemple.fr' },
      '/admin/organisations',
    )
    expect(answer.headers['location']).toBe('/organisation/lycee-de-l-iroise/invitations')
    expect((await soizic.open('/organisation/lycee-de-l-iroise/invitations')).status).toBe(200)
  })

  test('wrong values and a name that is taken come back beside their fields', async () => {
    const soizic = await browser(world.admin)
    const wrong = await soizic.send(
      '/admin',
      { name: '', kind: 'bank', contactUrl: 'javascript:alert(1)', contactEmail: 'x', town: 'Brest' },
      '/admin/organisations',
    )
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Il reste 4 points à corriger')
    expect(wrong.text).toContain('value="Brest"')
    const taken = await soizic.send('/admin', { name: 'cfa de brest', kind: 'cfa' }, '/admin/organisations')
    expect(taken.status).toBe(409)
    expect(taken.text).toContain('porte déjà ce nom')
  })

  test('an admin invites another; trainers and coordinators see none of it', async () => {
    const soizic = await browser(world.admin)
    expect((await soizic.send('/admin/invitations', guest)).status).toBe(303)
    expect((await soizic.open('/admin/invitations')).text).toContain('yann@exemple.fr')
    const [{ id }] = (await world.db('invitations')) as [{ id: string }]
    for (const actor of [world.trainer, world.coordinator]) {
      const somebody = await browser(actor)
      expect((await somebody.open('/admin')).status).toBe(403)
      expect((await somebody.open('/admin/invitations')).status).toBe(403)
      for (const path of ['/admin/organisations', '/admin/invitations', `/admin/invitations/${id}/cancel`])
        expect((await somebody.send('/organisation', guest, path)).status).toBe(403)
    }
    expect((await soizic.send('/admin/invitations', {}, `/admin/invitations/${id}/resend`)).status).toBe(303)
    expect((await soizic.send('/admin/invitations', {}, `/admin/invitations/${id}/cancel`)).status).toBe(303)
  })
})

test('every page exists in English too', async () => {
  const soizic = await browser(world.admin)
  for (const path of ['/organisation', QUIMPER, '/admin', '/admin/invitations']) {
    const page = await soizic.open(`${path}?lang=en`)
    expect([page.status, page.text.includes('lang="en"')]).toEqual([200, true])
  }
  const stranger = await browser()
  for (const path of ['/login', '/login/forgotten'])
    expect((await stranger.open(`${path}?lang=en`)).text).toContain('lang="en"')
})
