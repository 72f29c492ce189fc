import request from 'supertest'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LearnerId } from '../../../server/kernel/ids.ts'
import { fr } from '../../../templates/locales/fr/index.ts'
import { openNetwork, saidOn, type Network } from '../../support/app-world.ts'
import { STAFF_ROUTES, YOUTH_ROUTES } from '../../support/route-table.ts'
import { hiddenField } from '../a-website.ts'

let network: Network
let zephyrine: Youth
let hippolyte: Youth
let place: string

beforeAll(async () => {
  network = await openNetwork()
  zephyrine = await youthBrowser('Zéphyrine')
  hippolyte = await youthBrowser('Hippolyte')
  const home = await zephyrine.open('/me/tell')
  place = /href="(\/me\/tell\/stay-[^"]+)"/.exec(home.text)?.[1] ?? ''
})
afterAll(() => network.close())

type Youth = Awaited<ReturnType<typeof youthBrowser>>

async function youthBrowser(givenName: string) {
  const { app, services, db } = network
  const row: unknown = await db('learners').where({ given_name: givenName }).first('id')
  const { id } = row as { id: LearnerId }
  const agent = request.agent(app)
  agent.jar.setCookie(`${services.youthCookie}=${await services.youthSessions.start(id)}; Path=/`)
  const headers = { Accept: 'text/html', 'Accept-Language': 'fr' }
  const page = await agent.get('/me/tell/new').set(headers)
  const csrf = hiddenField(page.text, '_csrf')
  return {
    open: (path: string) => agent.get(path).set(headers),
    send: (path: string, values: Record<string, string | string[]>) =>
      agent
        .post(path)
        .set(headers)
        .type('form')
        .send({ ...values, _csrf: csrf }),
    draft: (path: string, body: object, token = csrf) =>
      agent.post(`${path}/draft`).set({ Accept: 'application/json', 'x-csrf-token': token }).send(body),
    upload: (path: string, bytes: Uint8Array, name: string, values: Record<string, string> = {}) =>
      agent
        .post(`${path}/evidence`)
        .set(headers)
        .field({ ...values, _csrf: csrf })
        .attach('file', Buffer.from(bytes), name),
  }
}

describe('without script', () => {
  it('a competence is saved as a form, and leads to the next one', async () => {
    const page = await zephyrine.open(`${place}/c/EQUIPE`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('J’ai demandé de l’aide quand je ne comprenais pas.')
    expect(page.text).toContain('Pas encore')
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    const values = { words: 'Nous étions cinq.', level: '2', 'sentence:EQUIPE-3': '1', action: 'next' }
    const saved = await zephyrine.send(`${place}/c/EQUIPE`, values)
    expect([saved.status, saved.headers['location']]).toEqual([303, `${place}/c/ADAPTATION`])
    const again = await zephyrine.open(`${place}/c/EQUIPE`)
    expect(again.text).toContain('Nous étions cinq.')
    expect(again.text).toMatch(/name="sentence:EQUIPE-3" value="1" checked/)
  })

  it('a box that is not ticked any more is taken back', async () => {
    await zephyrine.send(`${place}/c/HORAIRES`, { words: '', level: '', 'sentence:HORAIRES-1': '1' })
    await zephyrine.send(`${place}/c/HORAIRES`, { words: '', level: '', 'was:sentence:HORAIRES-1': '1' })
    const page = await zephyrine.open(`${place}/c/HORAIRES`)
    expect(page.text).not.toMatch(/name="sentence:HORAIRES-1" value="1" checked/)
  })

  it('two devices get both answers on one page, and the second save decides', async () => {
    await zephyrine.send(place, { words: 'Du téléphone' })
    const page = await zephyrine.send(place, { words: 'De l’ordinateur', 'was:words': '' })
    expect(page.status).toBe(409)
    expect(page.text).toContain('Du téléphone')
    expect(page.text).toContain('De l’ordinateur</textarea>')
    const decided = await zephyrine.send(place, { words: 'De l’ordinateur', 'was:words': 'Du téléphone' })
    expect(decided.status).toBe(303)
  })

  it('words that are too long come back with one sentence, and nothing is lost', async () => {
    const page = await zephyrine.send(`${place}/c/BUDGET`, { words: 'm'.repeat(2001), level: '' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('C’est un peu long')
    expect(page.text).toContain('m'.repeat(2001))
  })

  it('a stay nobody knows of is noted, corrected, and refused with kind words', async () => {
    const stay = {
      what: 'Chantier',
      country: 'Portugal',
      town: '',
      startsOn: '2025-07-01',
      endsOn: '20/07/2025',
    }
    const wrong = await zephyrine.send('/me/tell/new', { ...stay, country: 'Atlantide', endsOn: '' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Nous ne connaissons pas ce pays')
    expect(wrong.text).toContain('value="Atlantide"')
    const backwards = await zephyrine.send('/me/tell/new', { ...stay, endsOn: '2025-06-01' })
    expect(backwards.text).toContain('La fin vient avant le début')
    const saved = await zephyrine.send('/me/tell/new', stay)
    const own = String(saved.headers['location'])
    expect(own).toMatch(/^\/me\/tell\/own-/)
    expect((await zephyrine.open(own)).text).toContain('Portugal')
    await zephyrine.send(`${own}/stay`, { ...stay, what: 'Chantier naval' })
    expect((await zephyrine.open('/me/tell')).text).toContain('Chantier naval')
    expect((await zephyrine.open(`${place}/stay`)).status).toBe(404)
  })
})

describe('from the page’s script', () => {
  it('saves field by field and says what is kept', async () => {
    const saved = await zephyrine.draft(place, {
      competence: 'RECUL',
      fields: { level: '3' },
      was: { level: [''] },
    })
    expect([saved.status, saved.body]).toEqual([200, { fields: { level: '3' }, conflicts: [] }])
    const other = await zephyrine.draft(place, {
      competence: 'RECUL',
      fields: { level: '1' },
      was: { level: [''] },
    })
    expect(other.body).toEqual({ fields: { level: '3' }, conflicts: [{ field: 'level', current: '3' }] })
  })

  it('answers problem documents, and takes nothing without the page’s token', async () => {
    const wrong = await zephyrine.draft(place, { competence: 'RECUL', fields: { level: 'B2' } })
    expect([wrong.status, wrong.type]).toEqual([422, 'application/problem+json'])
    expect((await zephyrine.draft(place, { fields: { words: 'x' } }, 'x')).status).toBe(403)
    expect((await zephyrine.draft(place, { fields: [] })).status).toBe(422)
    expect((await zephyrine.draft(place, { competence: 'NOPE', fields: { words: 'x' } })).status).toBe(404)
  })
})

describe('photos', () => {
  const photo = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#0f766e' } })

  it('are kept without where and with what they were taken, and open for their owner alone', async () => {
    const bytes = await photo()
      .withExif({ IFD0: { Make: 'SecretPhone' } })
      .jpeg()
      .toBuffer()
    const sent = await zephyrine.upload(place, bytes, 'x.jpg', { competence: 'OUTILS', title: 'Mon établi' })
    expect([sent.status, sent.headers['location']]).toEqual([303, `${place}/c/OUTILS`])
    const page = await zephyrine.open(`${place}/c/OUTILS`)
    const href = /href="(\/me\/evidence\/[^"]+)"/.exec(page.text)?.[1] ?? ''
    const shown = await zephyrine.open(href)
    expect(shown.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, no-store',
    })
    expect(Buffer.from(shown.body as Uint8Array).includes('SecretPhone')).toBe(false)
    expect((await hippolyte.open(href)).status).toBe(404)
    expect((await hippolyte.send(`${href}/remove`, {})).status).toBe(404)
    const trainer = await network.browse('trainer')
    expect((await trainer.open(href.replace('/me', ''))).status).toBe(404)
    expect((await zephyrine.send(`${href}/remove`, {})).status).toBe(303)
  })

  it.each([
    ['an iPhone’s HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'), 'x.heic', 422, 'Le plus compatible'],
    ['no image', Buffer.from('bonjour'), 'x.jpg', 422, 'pas à ouvrir cette image'],
    ['20 MB', Buffer.alloc(20_000_000, 0xff), 'x.jpg', 413, 'trop lourd'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2]), 'cv.pdf', 422, 'Choisis une photo'],
  ])('are refused with one clear sentence: %s', async (_name, bytes, name, status, words) => {
    const page = await zephyrine.upload(place, bytes, name, { competence: 'OUTILS', title: 'Mon établi' })
    expect(page.status).toBe(status)
    expect(page.text).toContain(words)
    expect(page.text).not.toMatch(/Choisissez|Essayez|Vérifiez/)
    expect(page.text).toContain('value="Mon établi"')
  })

  it('need a file', async () => {
    const page = await zephyrine
      .send(`${place}/evidence`, { title: '' })
      .set('Content-Type', 'application/x-www-form-urlencoded')
    expect(page.status).toBeGreaterThanOrEqual(400)
  })
})

describe('showing', () => {
  it('goes by a look first, then shows, then takes back', async () => {
    await zephyrine.send(`${place}/c/IMPREVU`, {
      words: 'Le train est parti sans moi.',
      level: '3',
      'sentence:IMPREVU-3': '1',
    })
    const choose = await zephyrine.open(`${place}/show`)
    expect(choose.text).toContain('value="level:IMPREVU"')
    const items = ['level:IMPREVU', 'words:IMPREVU']
    const preview = await zephyrine.send(`${place}/show`, { action: 'preview', show: items })
    expect(preview.text).toContain('Voilà ce que ton formateur verra')
    const trainer = await network.browse('trainer')
    const page = `/sessions/${network.open.sessionId}/learners/${network.open.enrolmentId}`
    expect((await trainer.open(page)).text).not.toContain('Le train est parti')
    expect((await zephyrine.send(`${place}/show`, { action: 'show', show: items })).status).toBe(303)
    const seen = await trainer.open(page)
    expect(seen.text).toContain('Le train est parti sans moi.')
    expect(seen.text).not.toContain('J’ai raté un train')
    await zephyrine.send(`${place}/show`, { action: 'show', show: [] })
    expect((await trainer.open(page)).text).not.toContain('Le train est parti')
  })
})

describe('a draft nobody was shown', () => {
  const SECRET = 'Xylophonique'

  it('is on no page of any trainer, coordinator or admin, and in nobody else’s space', async () => {
    await zephyrine.send(place, { words: `${SECRET} séjour`, 'was:words': 'De l’ordinateur' })
    await zephyrine.send(`${place}/c/NUMERIQUE`, { words: `${SECRET} vidéo`, level: 'not-yet' })
    const people = ['admin', 'coordinator', 'trainer', 'neighbour'] as const
    for (const person of people) {
      const browser = await network.browse(person)
      for (const [key, route] of Object.entries(STAFF_ROUTES).filter(([name]) => name.startsWith('get '))) {
        if (key.endsWith('/live')) continue
        const response = await browser.open(route.url(network))
        const body: unknown = response.body
        expect(
          `${response.text} ${Buffer.isBuffer(body) ? body.toString('latin1') : ''}`,
          `${person} ${key}`,
        ).not.toContain(SECRET)
      }
    }
    const { db } = network
    expect(JSON.stringify(await db('audit_events'))).not.toMatch(new RegExp(`${SECRET}|not-yet`))
    expect(await db('assessments').where({ voice: 'declared', level: 'not-yet' })).toEqual([])
  })

  it('is not found by anybody else who knows its address', async () => {
    const paths = [place, `${place}/c/NUMERIQUE`, `${place}/show`, `${place}/language?code=LANG-DE`]
    for (const path of paths) expect((await hippolyte.open(path)).status, path).toBe(404)
    const posts = [place, `${place}/c/NUMERIQUE`, `${place}/show`]
    for (const path of posts)
      expect((await hippolyte.send(path, { words: 'x', action: 'show' })).status, path).toBe(404)
    expect((await hippolyte.draft(place, { fields: { words: 'x' } })).status).toBe(404)
    const bytes = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer()
    expect((await hippolyte.upload(place, bytes, 'x.jpg')).status).toBe(404)
    expect((await zephyrine.open(`${place}/c/NUMERIQUE`)).text).toContain(SECRET)
  })

  it('has no page for whoever is signed in as staff', async () => {
    const trainer = await network.browse('trainer')
    for (const key of Object.keys(YOUTH_ROUTES).filter((name) => name.startsWith('get /me/tell')))
      expect((await trainer.open(key.slice(4))).headers['location'], key).toBe('/s')
  })
})

describe('progress', () => {
  it('is a kind word while there is one step, and a path once there are two', async () => {
    const first = await zephyrine.open('/me/growth')
    expect(first.text).toContain('Une première étape est posée')
    const stay = { what: 'Stage', country: 'Espagne', town: '', startsOn: '2024-01-08', endsOn: '2024-02-02' }
    const own = String((await zephyrine.send('/me/tell/new', stay)).headers['location'])
    await zephyrine.send(`${own}/c/EQUIPE`, { words: '', level: '4' })
    const page = await zephyrine.open('/me/growth')
    expect(page.text).toContain('février 2024')
    expect(page.text).toContain('Premier pas')
    expect(page.text).toContain('Aussi vécu à')
    expect(page.text).not.toMatch(/baisse|recul[^ ]|moins bien|perdu/i)
  })
})

describe('what goes wrong is said with « tu »', () => {
  const TO_STAFF = /\b(vous|votre|vos)\b|[a-zéèç]ez\b/i

  it('on a page that is not there, on one left open for long, and in every sentence we keep', async () => {
    const nowhere = await zephyrine.open('/me/tell/stay-nowhere')
    expect(nowhere.status).toBe(404)
    expect(saidOn(nowhere)).toContain(fr.youthErrors['not-found'])
    const stale = await zephyrine.draft(place, { fields: {} }, 'another-token')
    expect(stale.status).toBe(403)
    expect(stale.body).toMatchObject({ detail: fr.youthErrors['csrf-failed'] })
    for (const [code, sentence] of Object.entries(fr.youthErrors))
      expect([code, sentence]).toEqual([code, expect.not.stringMatching(TO_STAFF)])
  })
})
