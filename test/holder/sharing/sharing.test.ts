import request from 'supertest'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { suspendCredential, revokeCredential } from '../../../server/issuer/revocation/index.ts'
import { openApp, OPERATOR, saidOn, type App } from '../../support/app-world.ts'
import { aPerson, heldBy } from '../../access/personal-data/a-person.ts'
import { youngVisitor, type YoungVisitor } from '../young-visitor.ts'

const PHONE = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36'

let app: App
let world: Awaited<ReturnType<typeof aPerson>>
let phone: YoungVisitor
let held: Awaited<ReturnType<typeof heldBy>>
beforeEach(async () => {
  app = await openApp()
  world = await aPerson(app)
  phone = await youngVisitor(app, world.hers.learnerId)
  held = await heldBy(app, world.hers.learnerId)
})
afterEach(() => app.close())

const idsOf = (kind: string): string[] => held.filter((one) => one.kind === kind).map(({ id }) => id)
const labelOf = (id: string | undefined): string => {
  const { signed = '{}' } = held.find((one) => one.id === id) ?? {}
  return (JSON.parse(signed) as { name: string }).name
}

async function share(
  values: Readonly<Record<string, string | string[]>> = {},
): Promise<{ id: string; code: string }> {
  const [credential = ''] = idsOf('competence')
  const sent = await phone.send('/me/shares', {
    credential,
    recipient: 'Garage Morvan',
    end: 'week',
    ...values,
  })
  expect(sent.status).toBe(303)
  const row = await app.db<{ id: string; code: string }>('shares').orderBy('created_at', 'desc').first()
  return { id: row?.id ?? '', code: row?.code ?? '' }
}

const open = (code: string, headers: Readonly<Record<string, string>> = {}) =>
  request(app.app)
    .get(`/p/${code}`)
    .set({ Accept: 'text/html', 'Accept-Language': 'fr', 'User-Agent': PHONE, ...headers })

const views = async (): Promise<number> => (await app.db<{ views: number }>('shares').first())?.views ?? -1

describe('A share', () => {
  test('shows what was chosen and nothing else, truly verified, to who has the link', async () => {
    const [first, second] = idsOf('competence')
    const { code } = await share({ credential: [first ?? '', ...idsOf('mobility')] })
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    const page = await open(code)
    expect(page.status).toBe(200)
    const said = saidOn(page)
    for (const words of [
      'C’est authentique',
      'Wilhelmine Xanthopoulos',
      labelOf(first),
      'Zwirnerei Quarz',
      'Karim Le Goff',
    ])
      expect(said).toContain(words)
    expect(said).not.toContain(labelOf(second))
    expect(said).not.toContain('Garage Morvan')
    expect(page.headers['set-cookie']).toBeUndefined()
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    expect(page.headers['x-robots-tag']).toContain('noindex')
    const head = page.text.slice(0, page.text.indexOf('</head>'))
    expect(head).not.toContain('Wilhelmine')
  })

  test('says for whom it is only when they ticked that', async () => {
    const { code } = await share({ recipientShown: 'yes' })
    expect(saidOn(await open(code))).toContain('Partagé avec Garage Morvan')
  })

  test('is for programs the verdict and the signed documents as they are, and nothing else', async () => {
    const [first] = idsOf('competence')
    const { code } = await share()
    const answer = await open(code, { Accept: 'application/json' })
    const signed = held.find(({ id }) => id === first)?.signed ?? ''
    expect(answer.text).toBe(`{"verdict":"verified","credentials":[${signed}]}`)
  })

  test('counts who opens it, and neither themselves, previews, programs nor browsers that look ahead', async () => {
    const { code } = await share()
    await open(code)
    await open(code)
    expect(await views()).toBe(2)
    await phone.open(`/p/${code}`).set('User-Agent', PHONE)
    await open(code, { Accept: 'application/json' })
    await open(code, { 'Sec-Purpose': 'prefetch' })
    for (const agent of [
      'WhatsApp/2.24.6 A',
      'facebookexternalhit/1.1',
      'Slackbot-LinkExpanding 1.0',
      'curl/8.5',
    ])
      await open(code, { 'User-Agent': agent })
    await request(app.app).head(`/p/${code}`).set({ Accept: 'text/html', 'User-Agent': PHONE })
    expect(await views()).toBe(2)
    // nor themselves when the record it was shared from went into another of theirs
    const records = app.db('learners').where({ id: world.hers.learnerId })
    await records.clone().update({ merged_into: world.his.learnerId })
    await phone.open(`/p/${code}`).set('User-Agent', PHONE)
    expect(await views()).toBe(2)
    await records.update({ merged_into: null })
    expect(saidOn(await phone.open('/me/shares'))).toContain('ouvert 2 fois')
    const columns = Object.keys((await app.db<object>('shares').first()) ?? {})
    expect(
      columns.filter(
        (name) => /ip|agent|visitor|seen/.test(name) && name !== 'recipient' && name !== 'recipient_shown_at',
      ),
    ).toEqual([])
  })

  test('ends with its last day, at their word, or never was: three kind pages without a name', async () => {
    const { id, code } = await share()
    const closed = async (url: string, status: number, words: string) => {
      const page = await open(url)
      expect(page.status).toBe(status)
      expect(saidOn(page)).toContain(words)
      expect(page.text).not.toMatch(/Wilhelmine|Xanthopoulos|Morvan/)
      expect((await open(url, { Accept: 'application/json' })).body).toEqual({
        verdict: 'not-found',
        credentials: [],
      })
    }
    await closed('0000000000000000', 404, 'Ce lien ne mène nulle part')
    await closed('rien', 404, 'Ce lien ne mène nulle part')
    app.time.now = new Date('2026-07-11T00:30:00Z')
    await closed(code, 410, 'Ce partage est terminé')
    app.time.now = new Date('2026-07-10T20:00:00Z')
    expect((await open(code)).status).toBe(200)
    phone = await youngVisitor(app, world.hers.learnerId)
    expect((await phone.send(`/me/shares/${id}/withdraw`)).status).toBe(303)
    await closed(code, 410, 'Ce partage est arrêté')
    expect((await phone.send(`/me/shares/${id}/withdraw`)).status).toBe(303)
    expect(await app.db('audit_events').where({ action: 'share.withdrawn' })).toHaveLength(1)
  })

  test('shows as true only what stands: what was withdrawn or paused since is named and not told', async () => {
    const [first, second] = idsOf('competence')
    const { code } = await share({ credential: [first ?? '', second ?? ''] })
    await revokeCredential(app.services, OPERATOR, { credential: first ?? '', reason: 'issued-in-error' })
    const page = await open(code)
    expect(saidOn(page)).toMatch(
      /C’est authentique.*Choisi aussi, mais pas valable aujourd’hui.*Ce document a été retiré/,
    )
    const machine = await open(code, { Accept: 'application/json' })
    expect(machine.body).toMatchObject({
      verdict: 'verified',
      fallen: ['revoked'],
      credentials: [{ name: labelOf(second) }],
    })

    await suspendCredential(app.services, OPERATOR, { credential: second ?? '', reason: 'under-review' })
    const nothing = saidOn(await open(code))
    expect(nothing).toContain('Rien à confirmer aujourd’hui')
    expect(nothing).not.toContain('Wilhelmine')
  })

  test('does not even name what somebody wrote in the place of what was signed', async () => {
    const [first = '', second = ''] = idsOf('competence')
    const { code } = await share({ credential: [first, second] })
    const signed = JSON.parse(held.find(({ id }) => id === first)?.signed ?? '{}') as object
    await app
      .db('credentials')
      .where({ id: first })
      .update({ signed: JSON.stringify({ ...signed, name: 'Capitaine au long cours' }) })
    const page = saidOn(await open(code))
    expect(page).toMatch(/pas valable aujourd’hui.*Attestation · Ce document n’est pas authentique/)
    expect(page).not.toContain('Capitaine')
  })

  test('of a minor whose guardian did not agree cannot be made, and one made before shows nothing', async () => {
    const { code } = await share()
    await app.db('learners').where({ id: world.hers.learnerId }).update({ birth_date: '2010-02-14' })
    const page = await open(code)
    expect([page.status, /Wilhelmine/.test(page.text)]).toEqual([410, false])
    expect(saidOn(await phone.open('/me/shares'))).toContain('Ton passeport est privé pour l’instant')
    expect((await phone.open('/me/shares/new')).status).toBe(303)
    const [credential = ''] = idsOf('competence')
    const tried = await phone.send('/me/shares', { credential, recipient: 'x', end: 'week' })
    expect(tried.status).toBe(403)
  })
})

describe('Making a share', () => {
  test('keeps what was typed when something is missing', async () => {
    const [first = '', second = ''] = idsOf('competence')
    const empty = await phone.send('/me/shares', { recipient: 'Garage Morvan', end: 'week' })
    expect(empty.status).toBe(422)
    expect(saidOn(empty)).toContain('Coche au moins une chose à montrer')
    const unnamed = await phone.send('/me/shares', { credential: [first], recipient: ' ', end: 'quarter' })
    expect(unnamed.status).toBe(422)
    expect(unnamed.text).toContain(`value="${first}" checked`)
    expect(unnamed.text).not.toContain(`value="${second}" checked`)
    expect(unnamed.text).toContain('value="quarter" checked')
  })

  test.each(['', '2026-07-02', '2027-08-01', '2026-02-31', 'demain'])(
    'takes a day of one’s own that can be, within a year: not %j',
    async (ownDay) => {
      const [credential = ''] = idsOf('competence')
      const sent = await phone.send('/me/shares', { credential, recipient: 'x', end: 'day', ownDay })
      expect(sent.status).toBe(422)
      expect(saidOn(sent)).toContain('Choisis un jour à venir')
    },
  )

  test('of something they do not hold is refused, and of another’s share nothing is seen', async () => {
    const [his] = await heldBy(app, world.his.learnerId)
    const sent = await phone.send('/me/shares', { credential: his?.id ?? '', recipient: 'x', end: 'week' })
    expect(sent.status).toBe(422)
    const { id } = await share()
    const other = await youngVisitor(app, world.his.learnerId)
    expect((await other.open(`/me/shares/${id}`)).status).toBe(404)
    expect((await other.send(`/me/shares/${id}/withdraw`)).status).toBe(404)
    expect(saidOn(await other.open('/me/shares'))).not.toContain('Garage Morvan')
    expect((await app.db<{ withdrawn_at: string }>('shares').first())?.withdrawn_at).toBeNull()
  })
})
