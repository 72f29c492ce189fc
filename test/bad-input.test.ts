import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import type { Response } from 'supertest'
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest'
import { currentOrNewSlip, issueSlip } from '../server/holder/slips/index.ts'
import { signSession } from '../server/records/assessments/index.ts'
import { hiddenField } from './records/a-website.ts'
import { ALL_SORTS_OF_NAMES, BAD_FILES, namesFile } from './support/bad-files.ts'
import {
  openNetwork,
  OPERATOR,
  plainSpaces,
  saidOn,
  snapshot,
  unescapeHtml,
  type Browser,
  type Network,
} from './support/app-world.ts'

const JSON_TYPE = 'application/json'
let network: Network
let trainer: Browser
let stranger: Browser

beforeAll(async () => {
  network = await openNetwork()
  trainer = await network.browse('trainer')
  stranger = await network.browse()
})
afterAll(() => network.close())

interface Problem {
  readonly code: string
  readonly status: number
  readonly detail: string
  readonly errors?: { readonly detail: string }[]
}

/** A problem document (RFC 9457): its code, and everything it says. */
function problemOf(answer: Response): { code: string; said: string } {
  expect(answer.headers['content-type']).toContain('application/problem+json')
  const problem = answer.body as Problem
  expect(problem.status).toBe(answer.status)
  return {
    code: problem.code,
    said: [problem.detail, ...(problem.errors ?? []).map(({ detail }) => detail)].join('\n'),
  }
}

/** Refused with a sentence, nothing of the inside shown, and nothing changed. */
async function refusedWith(
  says: RegExp,
  ask: () => PromiseLike<Response>,
  status?: number,
): Promise<Response> {
  const before = await snapshot(network)
  const answer = await ask()
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  if (status !== undefined) expect(answer.status).toBe(status)
  const isJson = String(answer.headers['content-type']).includes('json')
  expect(plainSpaces(isJson ? problemOf(answer).said : saidOn(answer))).toMatch(says)
  expect(answer.text).not.toMatch(/node_modules|\.ts:\d|SqliteError|at async/)
  expect(await snapshot(network)).toEqual(before)
  return answer
}

describe('a spreadsheet that cannot be imported', () => {
  it.each(BAD_FILES)('gets one sentence, on the page and for a program: $name', async ({ bytes, says }) => {
    const path = `/sessions/${network.open.sessionId}/import`
    const page = await refusedWith(says, () => trainer.upload(path, bytes(), 'session.csv'))
    expect(page.text).not.toContain('name="fingerprint"')
    await refusedWith(says, () => trainer.upload(path, bytes(), 'session.csv', {}, JSON_TYPE))
  })

  it('beyond what the door takes is refused there', async () => {
    const path = `/sessions/${network.open.sessionId}/import`
    const bytes = Buffer.alloc(26_000_000, 'x')
    await refusedWith(/trop lourd/, () => trainer.upload(path, bytes, 'session.csv'), 413)
  })
})

describe('a photo', () => {
  const path = (): string =>
    `/sessions/${network.open.sessionId}/learners/${network.open.enrolmentId}/evidence`
  const typed = { title: 'Mon escalier', narrative: 'Dessiné puis monté' }

  it.each([
    ['of 20 MB', () => Promise.resolve(Buffer.alloc(20_000_000, 1)), /Ce fichier est trop lourd/, 413],
    [
      'that is no image',
      () => Promise.resolve(Buffer.concat([Buffer.from('ffd8ffe000104a46', 'hex'), Buffer.alloc(999, 5)])),
      /pas une image que nous savons ouvrir/,
      422,
    ],
    [
      'cut off in the middle',
      async () => {
        const whole = await sharp({
          create: { width: 900, height: 900, channels: 3, background: 'teal', noise: GRAIN },
        })
          .png()
          .toBuffer()
        return whole.subarray(0, whole.length / 2)
      },
      /pas une image que nous savons ouvrir/,
      422,
    ],
    [
      'that is a program',
      () => Promise.resolve(Buffer.concat([Buffer.from('MZ\u0090\0'), Buffer.alloc(999)])),
      /Ce type de fichier n’est pas accepté|pas une image/,
      422,
    ],
    [
      'that is a drawing with a script in it',
      () => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')),
      /Ce type de fichier n’est pas accepté|pas une image/,
      422,
    ],
  ] as const)('%s gets one sentence, and what was typed comes back', async (_, bytes, says, status) => {
    const given = await bytes()
    const page = await refusedWith(says, () => trainer.upload(path(), given, 'photo.jpg', typed), status)
    expect(page.text).toContain(typed.title)
    expect(page.text).toContain(typed.narrative)
    const program = () => trainer.upload(path(), given, 'photo.jpg', typed, JSON_TYPE)
    await refusedWith(says, program, status)
  })

  it('of somebody in another structure’s session is not even read', async () => {
    const { elsewhere } = network
    const foreign = `/sessions/${elsewhere.sessionId}/learners/${elsewhere.enrolmentId}/evidence`
    await refusedWith(/rien trouvé/, () => trainer.upload(foreign, Buffer.from('x'), 'a.jpg', typed), 404)
  })
})
const GRAIN = { type: 'gaussian', mean: 128, sigma: 60 } as const

describe('JSON', () => {
  const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
    stranger.agent
      .post('/credentials/verify')
      .set({ 'Content-Type': JSON_TYPE, 'Accept-Language': 'fr', ...headers })
      .serialize((sent: unknown) => sent as string)
      .send(body)
  const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)

  it.each([
    ['with 1,000 levels', `{"verifiableCredential":${nested(1_000)}}`, /plus de 100 niveaux/, 400],
    ['with 500,000 levels', nested(500_000), /plus de 100 niveaux|pas du JSON lisible/, 400],
    ['cut off', '{"verifiableCredential": {', /pas du JSON lisible/, 400],
    ['of 3 MB', `{"verifiableCredential":"${'x'.repeat(3_000_000)}"}`, /trop lourd pour nous : 2 Mo/, 413],
  ] as const)('%s is refused', async (_, body, says, status) => {
    await refusedWith(says, () => post(body), status)
  })

  it('that unfolds into 3 MB is refused', async () => {
    const body = gzipSync(`{"verifiableCredential":"${'x'.repeat(3_000_000)}"}`)
    await refusedWith(/trop lourd/, () => post(body, { 'Content-Encoding': 'gzip' }), 413)
  })

  it('that is called something else is refused', async () => {
    await refusedWith(/format d’envoi/, () => post('hello', { 'Content-Type': 'text/plain' }), 415)
  })

  it.each([
    ['1,000 levels', nested(1_000), /trop imbriqué/, 422],
    ['a sentence', 'Bonjour !', /ni passeport, ni badge, ni attestation/, 422],
    ['a PDF', '%PDF-1.7 …', /ni passeport, ni badge, ni attestation/, 422],
  ] as const)(
    'pasted on the page, %s, gets its sentence beside the box',
    async (_, document, says, status) => {
      const page = await refusedWith(
        says,
        () => stranger.upload('/verify', Buffer.alloc(0), '', { document }),
        status,
      )
      expect(page.text).toContain('<textarea')
    },
  )

  it('uploaded on the page with 6 MB is refused beside the file, and with 11 MB at the door', async () => {
    const sent = (bytes: number) =>
      stranger.upload('/verify', Buffer.alloc(bytes, 'x'), 'a.json', { document: '' })
    await refusedWith(/trop gros pour être lu ici/, () => sent(6_000_000), 422)
    await refusedWith(/trop lourd/, () => sent(11_000_000), 413)
  })
})

describe('a form', () => {
  it('with 2 MB of text is refused', async () => {
    const long = { givenName: 'x'.repeat(2_000_000), familyName: 'y' }
    await refusedWith(/trop lourd/, () => trainer.send('/slips', long), 413)
  })

  it('with 20,000 fields is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`f${index}`, '']))
    await refusedWith(/trop lourd/, () => trainer.send('/slips', many), 413)
  })

  it('with characters nobody can type is refused beside the field', async () => {
    const { open } = network
    const values = { givenName: 'Zoé\0', familyName: 'x' }
    await refusedWith(/caractères invisibles/, () => trainer.send('/slips', values), 422)
    const sheet = { action: 'save', [`${open.enrolmentId}.observation`]: 'Bien\0' }
    await refusedWith(
      /caractères invisibles/,
      () => trainer.send(`/sessions/${open.sessionId}/assessments`, sheet),
      422,
    )
  })

  it.each([
    ['an impossible date', { startsOn: '2026-02-31' }, /Cette date n’existe pas/],
    ['an end before the start', { endsOn: '2026-07-01' }, /La fin vient avant le début/],
    ['a competence nobody knows', { competences: 'JONGLAGE' }, /compétence/],
    ['a title of 500 letters', { title: 'x'.repeat(500) }, /un peu long/],
  ] as const)('for a new session with %s comes back with what was typed', async (_, wrong, says) => {
    const values = {
      organisationId: network.home.id,
      kind: 'return',
      title: 'Retour d’été',
      place: 'Salle des fêtes',
      startsOn: '2026-07-03',
      locale: 'fr',
      competences: 'EQUIPE',
      ...wrong,
    }
    const coordinator = await network.browse('coordinator')
    const page = await refusedWith(says, () => coordinator.send('/sessions/new', values), 422)
    expect(page.text).toContain('Salle des fêtes')
    await refusedWith(says, () => coordinator.send('/sessions/new', values, JSON_TYPE), 422)
  })

  it.each([
    ['a level out of range', 'attested:EQUIPE', '5', /Ce niveau n’existe pas/],
    [
      'a competence of another session',
      'attested:JONGLAGE',
      '2',
      /ne fait pas partie de cette session|Une case est à revoir/,
    ],
    ['an attendance that is none', 'attendance', 'peut-être', /Choisissez|reconnue/],
  ] as const)('of the grid with %s changes nothing at all', async (_, field, value, says) => {
    const { open } = network
    const path = `/sessions/${open.sessionId}/assessments`
    const grid = await trainer.open(`/sessions/${open.sessionId}`)
    const version = `${open.enrolmentId}.version`
    // a good value beside the wrong one: all or nothing
    const values = {
      action: 'save',
      [version]: unescapeHtml(hiddenField(grid.text, version)),
      [`${open.enrolmentId}.attested:ADAPTATION`]: '4',
      [`${open.enrolmentId}.${field}`]: value,
    }
    await refusedWith(says, () => trainer.send(path, values))
    await refusedWith(says, () => trainer.send(path, values, JSON_TYPE))
  })
})

describe('a link', () => {
  const tampered = (secret: string): string => (secret.startsWith('0') ? '1' : '0') + secret.slice(1)

  it('of an invitation that was tampered with, or is over, says which', async () => {
    const { token } = network.invitation
    await refusedWith(
      /Ce lien n’est pas reconnu/,
      () => stranger.open(`/invitations/${tampered(token)}`),
      404,
    )
    network.time.now = new Date('2026-12-03T09:00:00Z')
    const opened = () => stranger.open(`/invitations/${token}`)
    await refusedWith(/Ce lien n’est plus valable/, opened, 410)
    const used = () => stranger.send(`/invitations/${token}`, { name: 'X', password: 'bruine phare tricot' })
    await refusedWith(/Ce lien n’est plus valable/, used, 410)
    network.time.now = new Date('2026-07-03T09:00:00Z')
  })

  it('to choose a new password holds for a while only', async () => {
    await stranger.send('/login/forgotten', { email: 'trainer@exemple.fr' })
    // the answer does not wait for the mail: it would tell whether the address is known
    await vi.waitFor(() => expect(network.mailbox.at(-1)?.text).toContain('/login/reset/'), 10_000)
    const token = /\/login\/reset\/([\w-]+)/.exec(network.mailbox.at(-1)?.text ?? '')?.[1] ?? ''
    const changed = `/login/reset/${tampered(token)}`
    await refusedWith(/Ce lien n’est pas reconnu/, () => stranger.open(changed), 404)
    network.time.now = new Date('2026-07-10T09:00:00Z')
    await refusedWith(/Ce lien n’est plus valable/, () => stranger.open(`/login/reset/${token}`), 410)
    network.time.now = new Date('2026-07-03T09:00:00Z')
  })

  it('of a slip dies when a new one is given, and a wrong letter opens nobody', async () => {
    const { services, signed } = network
    const { slip } = await currentOrNewSlip(services, OPERATOR, signed.learnerId)
    // in a browser of its own: the stranger stays one
    const holder = await network.browse()
    expect((await holder.open(`/s/${slip}`)).headers['location']).toBe('/me')
    expect((await holder.open('/me')).text).toContain('Zéphyrine')
    await refusedWith(/Ce code n’ouvre rien/, () => stranger.open(`/s/${tampered(slip)}`), 404)
    await issueSlip(services, OPERATOR, signed.learnerId)
    const page = await refusedWith(
      /ne marche plus|plus valable|remplacé|nouve/i,
      () => stranger.open(`/s/${slip}`),
      410,
    )
    expect(page.text).not.toContain('Zéphyrine')
    expect((await holder.open('/me')).headers['location']).toBe('/s')
    await refusedWith(/plus valable/, () => stranger.open(`/s/${slip}`, JSON_TYPE), 410)
  })

  it('of a credential with one wrong letter finds nothing', async () => {
    const code = tampered(network.passportCode)
    expect((await stranger.open(`/v/${code}`)).status).toBe(404)
    const answer = await stranger.open(`/v/${code}`, JSON_TYPE)
    expect([answer.status, (answer.body as { verdict: string }).verdict]).toEqual([404, 'not-found'])
    await refusedWith(/rien trouvé/, () => stranger.open(`/credentials/${code}`, JSON_TYPE), 404)
  })

  it('with bytes no address has is an address we do not know', async () => {
    for (const path of ['/v/%E0%A4%A', '/s/%00', '/sessions/%00', '/credentials/..%2f..%2fetc', '/nowhere']) {
      const answer = await trainer.open(path, JSON_TYPE)
      expect([path, answer.status]).toEqual([path, 404])
    }
  })
})

test('a session cookie that somebody made up opens nothing', async () => {
  const { agent } = await network.browse()
  const forged = { Cookie: `${network.services.sessionCookie}=${'A'.repeat(43)}` }
  expect((await agent.get('/sessions').set(forged).set('Accept', 'text/html')).status).toBe(303)
})

test('another structure’s young person is nobody to the sheet of one’s own session', async () => {
  const { open, elsewhere } = network
  const sheet = { action: 'save', [`${elsewhere.enrolmentId}.attested:EQUIPE`]: '4' }
  const path = `/sessions/${open.sessionId}/assessments`
  await refusedWith(/rien trouvé/, () => trainer.send(path, sheet), 404)
  await refusedWith(/rien trouvé/, () => trainer.send(path, sheet, JSON_TYPE), 404)
})

test('names of every alphabet go from the spreadsheet to the passport', async () => {
  const { db, open, services } = network
  const path = `/sessions/${open.sessionId}/import`
  const dryRun = await trainer.upload(path, namesFile(), 'noms.csv', {}, JSON_TYPE)
  const { table, fingerprint } = dryRun.body as Record<'table' | 'fingerprint', string>
  expect((await trainer.send(`${path}/confirm`, { table, fingerprint })).status).toBe(303)
  await signSession(services, OPERATOR, { sessionId: open.sessionId, attestedBy: 'Karim' })
  const signed = await db('credentials')
    .where({ session_id: open.sessionId, kind: 'passport' })
    .pluck<string[]>('signed')
  const holders = signed.map(
    (json) => (JSON.parse(json) as { credentialSubject: { name: string } }).credentialSubject.name,
  )
  for (const [family, given] of ALL_SORTS_OF_NAMES) expect(holders).toContain(`${given} ${family}`)
  const pdf = await trainer.open(`/sessions/${open.sessionId}/passports.pdf`)
  expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
  const slips = await trainer.open(`/sessions/${open.sessionId}/slips.pdf`)
  expect(slips.status).toBe(200)
})
