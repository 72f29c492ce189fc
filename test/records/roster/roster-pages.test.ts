import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../../server/platform/i18n/index.ts'
import { SUPPORT_NEEDS } from '../../../server/records/support-needs/index.ts'
import {
  openNetwork,
  plainSpaces,
  PRIVATE_NAMES,
  saidOn,
  type Browser,
  type Network,
} from '../../support/app-world.ts'
import { tableNames } from '../../support/database.ts'

const t = translator('fr')

let network: Network
let coordinator: Browser
let trainer: Browser
let colleague: Browser
let neighbour: Browser
let admin: Browser

beforeAll(async () => {
  network = await openNetwork()
  coordinator = await network.browse('coordinator')
  trainer = await network.browse('trainer')
  colleague = await network.browse('colleague')
  neighbour = await network.browse('neighbourLead')
  admin = await network.browse('admin')
})
afterAll(() => network.close())

const file = (): string => `/learners/${network.signed.learnerId}`

describe('the list', () => {
  it('shows a coordinator and an admin their people, a trainer those of their sessions, and no others', async () => {
    for (const browser of [coordinator, trainer, admin])
      expect(saidOn(await browser.open('/learners'))).toContain('Zéphyrine Quillévéré')
    for (const browser of [colleague, neighbour])
      for (const name of PRIVATE_NAMES)
        expect((await browser.open('/learners?q=quillevere')).text).not.toContain(name)
    expect(saidOn(await neighbour.open('/learners'))).toContain('Noé Petit')
  })

  it('is narrowed by name, country, year, session and passport, together', async () => {
    const found = async (query: string): Promise<string> =>
      saidOn(await coordinator.open(`/learners?${query}`))
    expect(await found('q=quilevere')).toContain('1 jeune')
    expect(await found('q=quilevere&country=DE&year=2026&signed=yes')).toContain('Zéphyrine')
    expect(await found('q=quilevere&country=PT')).toContain(t('roster.noneFound'))
    expect(await found('year=2019')).toContain(t('roster.noneFound'))
    expect(await found('signed=no')).toContain(t('roster.noneFound'))
    expect(await found(`session=${network.open.sessionId}`)).toContain('Hippolyte')
    // a session of somebody else narrows to nobody, and says nothing
    expect(await found(`session=${network.elsewhere.sessionId}`)).toContain(t('roster.noneFound'))
  })

  it('reads any address: pages that do not exist, filters that mean nothing', async () => {
    for (const query of [
      'page=99',
      'page=-1',
      'page=x',
      'signed=perhaps',
      'q=%F0%9F%A6%8A',
      'q[]=a',
      'year=20x6',
    ])
      expect((await coordinator.open(`/learners?${query}`)).status).toBe(200)
  })
})

describe('the file', () => {
  it('leads to everything around the person', async () => {
    const page = (await coordinator.open(file())).text
    for (const link of ['edit', 'mobilities/new', 'support', 'history', 'erase'])
      expect(page).toContain(`href="${file()}/${link}"`)
    expect(page).toContain(`href="/mobilities/${network.signed.mobilityId}/host"`)
    expect(page).toMatch(/href="\/v\/[0-9A-Z]{12}"/)
    expect(page).toContain(`action="${file()}/slip"`)
    expect(page).toContain('Retour signé')
    expect(page).toContain('3 juillet 2026')
  })

  it('offers a trainer neither erasure nor history nor support', async () => {
    const page = (await trainer.open(file())).text
    expect(page).toContain('Zéphyrine Quillévéré')
    for (const link of ['support', 'history', 'erase', 'manage']) expect(page).not.toContain(`/${link}"`)
    // nor does the platform's admin, who has nobody before them to ask
    expect((await admin.open(file())).text).not.toContain(`${file()}/support`)
  })

  it('keeps what was typed when it cannot be accepted', async () => {
    const sent = {
      givenName: '',
      familyName: 'Quillévéré',
      birthDate: '31/02/2005',
      email: 'pas une adresse',
    }
    const page = await coordinator.send(`${file()}/edit`, sent)
    expect(page.status).toBe(422)
    expect(saidOn(page)).toContain(plainSpaces(t('fields.required')))
    expect(saidOn(page)).toContain(plainSpaces(t('fields.date')))
    for (const typed of ['31/02/2005', 'pas une adresse']) expect(page.text).toContain(`value="${typed}"`)
    const twice = await coordinator.send('/learners/new', {
      organisationId: network.home.id,
      givenName: 'ZEPHYRINE',
      familyName: 'quillevere',
      birthDate: '2005-02-14',
    })
    expect([twice.status, saidOn(twice).includes(plainSpaces(t('fields.personExists')))]).toEqual([422, true])
  })

  it('of a stay that is signed refuses what was signed, even when it is sent all the same', async () => {
    const path = `/mobilities/${network.signed.mobilityId}`
    const [, version = ''] = /name="version" value="([^"]+)"/.exec((await coordinator.open(path)).text) ?? []
    const page = await coordinator.send(path, { version, hostTown: 'Berlin' })
    expect(page.status).toBe(422)
    const stay = () =>
      network
        .db<{ id: string; host_town: string; funder: string }>('mobilities')
        .where({ id: network.signed.mobilityId })
    expect((await stay().first())?.host_town).not.toBe('Berlin')
    expect((await coordinator.send(path, { version, funder: 'REGION' })).status).toBe(303)
    expect((await stay().first())?.funder).toBe('REGION')
    expect((await coordinator.send(path, { version, funder: 'OFAJ' })).status).toBe(409)
  })
})

describe('why somebody gets support', () => {
  const words = SUPPORT_NEEDS.map((need) => t(`support.need-${need}`))

  it('is asked for, recorded, and found nowhere: no page, no table, no trail, no session, no list of others', async () => {
    const before = await contentOf(network)
    const sent = await coordinator.send(`${file()}/support`, {
      reinforced: 'yes',
      answer: 'given',
      needs: ['HEA', 'DISC'],
      agreed: 'yes',
    })
    expect(sent.status).toBe(303)
    expect(sent.headers['location']).toBe(file())
    const changed = differences(before, await contentOf(network))
    expect(Object.keys(changed).sort()).toEqual(['audit_events', 'learners', 'support_needs'])
    for (const text of Object.values(changed)) {
      expect(text).not.toMatch(/\b(HEA|DISC)\b|declined|"given"|discrim|santé/i)
      expect(text).not.toContain(Buffer.from('HEA').toString('base64').slice(0, 4))
    }
    // the sealed row does not name the person by any plain digest of their id either
    const { learnerId } = network.signed
    for (const digest of ['sha256', 'sha1', 'md5'])
      for (const format of ['hex', 'base64', 'base64url'] as const)
        expect(changed['support_needs']).not.toContain(createHash(digest).update(learnerId).digest(format))
    await expectNoPageTells()
  })

  async function expectNoPageTells(): Promise<void> {
    const { signed, passportCode } = network
    const pages = [
      '/learners',
      file(),
      `${file()}/edit`,
      `${file()}/history`,
      `/sessions/${signed.sessionId}`,
      `/sessions/${signed.sessionId}/sign`,
      `/v/${passportCode}`,
      `/credentials/${passportCode}`,
    ]
    for (const browser of [coordinator, trainer, admin])
      for (const path of pages) {
        const page = await browser.open(path)
        for (const word of words) expect(saidOn(page)).not.toContain(word)
        expect(page.text).not.toMatch(/\b(HEA|DISC)\b/)
      }
    // the page that asks shows the eight words, and none of them ticked
    const again = await coordinator.open(`${file()}/support`)
    expect(again.text).not.toMatch(/type="checkbox"[^>]*checked/)
    expect(again.headers['cache-control']).toBe('no-store')
  }

  it('is refused without the person’s agreement, with nothing recorded', async () => {
    const count = async () => (await network.db('support_needs')).length
    const before = await count()
    const page = await coordinator.send(`/learners/${network.signed.otherLearnerId}/support`, {
      reinforced: 'no',
      answer: 'given',
      needs: 'ECO',
    })
    expect([page.status, saidOn(page).includes(t('fields.supportAgreed'))]).toEqual([422, true])
    const nothing = await coordinator.send(`/learners/${network.signed.otherLearnerId}/support`, {
      reinforced: 'no',
      answer: 'given',
      needs: 'whatever',
      agreed: 'yes',
    })
    expect(nothing.status).toBe(422)
    expect(await count()).toBe(before)
  })
})

/** Every row of every table, as text. */
async function contentOf({ db }: Network): Promise<Record<string, readonly string[]>> {
  const content: Record<string, readonly string[]> = {}
  for (const name of await tableNames(db))
    content[name] = (await db<object>(name)).map((row) => JSON.stringify(row))
  return content
}

/** The rows that were not there before. */
function differences(
  before: Readonly<Record<string, readonly string[]>>,
  after: Readonly<Record<string, readonly string[]>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(after).flatMap(([table, rows]) => {
      const added = rows.filter((row) => before[table]?.includes(row) !== true)
      return added.length === 0 ? [] : [[table, added.join('\n')]]
    }),
  )
}
