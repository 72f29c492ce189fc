import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { recordPaperAgreement } from '../../../server/access/guardianship/index.ts'
import { parseIsoDate, type IsoDate } from '../../../server/kernel/clock.ts'
import { OPERATOR, saidOn } from '../../support/app-world.ts'
import { aNetworkWithAMinor, TELLTALES } from './a-minor.ts'

const HTML = { Accept: 'text/html', 'Accept-Language': 'fr' }
const JSON_TYPE = { Accept: 'application/json', 'Accept-Language': 'fr' }
const day = parseIsoDate('2026-06-30') as IsoDate

async function aMinorsPassport(birthDate?: string) {
  const minor = await aNetworkWithAMinor(birthDate)
  const { app, services } = minor.network
  const look = async (code = minor.passportCode, headers = HTML) =>
    request(app).get(`/v/${code}`).set(headers)
  const verdict = async () => (await look(minor.passportCode, JSON_TYPE)).body as { verdict: string }
  const agree = () =>
    recordPaperAgreement(services, OPERATOR, {
      learnerId: minor.learnerId,
      givenOn: day,
      reference: 'Classeur 2026',
    })
  return { ...minor, app, look, verdict, agree }
}

describe('the passport of a minor without agreement', () => {
  it('says that it is private, with initials and no word of who, what, where or from whom', async () => {
    const { codes, look } = await aMinorsPassport()
    expect(codes.length).toBeGreaterThan(3)
    for (const code of codes) {
      const page = await look(code)
      expect(page.status).toBe(200)
      expect(page.text).toContain('data-verdict="private"')
      expect(saidOn(page)).toContain('Ce passeport est privé pour le moment')
      expect(saidOn(page)).toContain('Z. Q.')
      for (const telltale of TELLTALES) expect(page.text, telltale).not.toContain(telltale)
    }
  })

  it('leaks nothing to machines, in any byte of the answer, headers included', async () => {
    const { codes, look } = await aMinorsPassport()
    for (const code of codes) {
      const answer = await look(code, JSON_TYPE)
      expect(answer.body).toEqual({
        verdict: 'private',
        checks: [],
        code,
        software: { name: 'Passerelle', version: expect.any(String) as string },
        checkedAt: '2026-07-03T09:00:00Z',
        initials: 'Z.\u00a0Q.',
      })
      const everything = JSON.stringify(answer.headers) + answer.text
      for (const telltale of TELLTALES) expect(everything, telltale).not.toContain(telltale)
    }
  })

  it('gives no signed bytes away, to whatever kind of reader', async () => {
    const { app, codes } = await aMinorsPassport()
    for (const code of codes)
      for (const accept of [
        'application/vc',
        'application/ld+json',
        'application/json',
        '*/*',
        'image/png',
      ]) {
        const answer = await request(app).get(`/credentials/${code}`).set({ Accept: accept })
        expect(answer.status, accept).toBe(403)
        if (accept === 'application/json') expect(answer.body).toMatchObject({ code: 'credential-private' })
        for (const telltale of TELLTALES) expect(answer.text, telltale).not.toContain(telltale)
      }
    const browsing = await request(app)
      .get(`/credentials/${codes[0] ?? ''}`)
      .set(HTML)
    expect(browsing.headers['location']).toBe(`/v/${codes[0] ?? ''}`)
  })

  it('tells a program that previews links as little as everybody', async () => {
    const { look } = await aMinorsPassport()
    const page = await look(undefined, { ...HTML, 'User-Agent': 'WhatsApp/2.24' } as typeof HTML)
    const previews = page.text.match(/<(title|meta)[^>]*>[^<]*/g)?.join('\n') ?? ''
    expect(previews).toContain('og:title')
    for (const telltale of TELLTALES) expect(previews, telltale).not.toContain(telltale)
  })

  it('does not stay what it was for those who looked before it became private', async () => {
    const { network, learnerId, look, verdict, agree } = await aMinorsPassport()
    await agree()
    // twice: the second page comes from the shelf
    for (let time = 0; time < 2; time++) expect((await look()).text).toContain('Zéphyrine')
    await request(network.app).get('/v/0000').set(HTML)
    const trainer = await network.browse('trainer')
    await trainer.send(`/learners/${learnerId}/guardian/withdraw`).expect(303)
    expect((await look()).text).not.toContain('Zéphyrine')
    expect((await verdict()).verdict).toBe('private')
  })

  it('opens the second an agreement arrives', async () => {
    const { look, verdict, agree } = await aMinorsPassport()
    expect((await verdict()).verdict).toBe('private')
    expect((await look()).text).not.toContain('Zéphyrine')
    await agree()
    expect((await verdict()).verdict).toBe('verified')
    expect((await look()).text).toContain('Zéphyrine')
  })

  it('opens the second the eighteenth birthday begins in Paris', async () => {
    const { look, verdict, at } = await aMinorsPassport('2008-07-04')
    at('2026-07-03T21:59:59Z')
    expect((await verdict()).verdict).toBe('private')
    expect((await look()).text).not.toContain('Zéphyrine')
    at('2026-07-03T22:00:00Z')
    expect((await look()).text).toContain('Zéphyrine')
    expect((await verdict()).verdict).toBe('verified')
  })

  it('says nothing of its withdrawal either', async () => {
    const { network, passportCode, look } = await aMinorsPassport()
    await network
      .db('credentials')
      .where({ code: passportCode })
      .update({ revoked_at: '2026-07-02T00:00:00Z', revocation_reason: 'content-wrong' })
    expect((await look(undefined, JSON_TYPE)).body).toMatchObject({ verdict: 'private', checks: [] })
  })
})

describe('below fifteen', () => {
  it('both agree: the guardian alone opens nothing, nor does the young person alone', async () => {
    const { network, learnerId, verdict, agree } = await aMinorsPassport('2011-07-05')
    const own = (agreedAt: string | null) =>
      network
        .db('youth_choices')
        .insert({ learner_id: learnerId, agreed_at: agreedAt })
        .onConflict('learner_id')
        .merge()
    await own('2026-07-01T00:00:00Z')
    expect((await verdict()).verdict).toBe('private')
    await own(null)
    await agree()
    expect((await verdict()).verdict).toBe('private')
    await own('2026-07-01T00:00:00Z')
    expect((await verdict()).verdict).toBe('verified')
  })

  it('no longer asks for it on the fifteenth birthday', async () => {
    const { verdict, agree, at } = await aMinorsPassport('2011-07-04')
    await agree()
    expect((await verdict()).verdict).toBe('private')
    at('2026-07-03T22:00:00Z')
    expect((await verdict()).verdict).toBe('verified')
  })
})

describe('whoever is of age, or gave no birth date', () => {
  it.each([['2008-07-03'], ['1999-01-01']])('has a public passport at once: born %s', async (birthDate) => {
    const { verdict } = await aMinorsPassport(birthDate)
    expect((await verdict()).verdict).toBe('verified')
  })

  it('counts as of age without a birth date', async () => {
    const { network, learnerId, verdict } = await aMinorsPassport()
    await network.db('learners').where({ id: learnerId }).update({ birth_date: null })
    expect((await verdict()).verdict).toBe('verified')
  })
})

describe('a minor known twice', () => {
  it('stays private under the record that went into the other, and opens with the other’s agreement', async () => {
    const { network, learnerId, verdict, agree } = await aMinorsPassport()
    const [other] = (await network.db('learners').whereNot({ id: learnerId }).pluck('id')) as string[]
    await network.db('learners').where({ id: other }).update({ birth_date: '2008-07-04' })
    await network.db('learners').where({ id: learnerId }).update({ merged_into: other })
    expect((await verdict()).verdict).toBe('private')
    await agree()
    expect((await verdict()).verdict).toBe('verified')
  })
})
