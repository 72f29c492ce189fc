import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { revokeCredential } from '../../../server/issuer/revocation/index.ts'
import { LANGUAGES } from '../../../server/kernel/locale.ts'
import { openApp, saidOn, type App } from '../../support/app-world.ts'
import { bakedPng, bakedSvg, credentialElement, pdfWith, qrPhoto } from '../../support/carriers.ts'
import { competence, newKey, sign } from '../../vc/builders.ts'
import { signToken, tokenKey } from '../../vc/jose/tokens.ts'
import {
  issuePassport,
  signedByCode,
  SYSTEM,
  verifierApp,
  type IssuedPassport,
  type IssuingWorld,
} from '../verifying-world.ts'

let world: IssuingWorld
let app: ReturnType<typeof verifierApp>
let issued: IssuedPassport
let json: string
let opened: App
beforeAll(async () => {
  opened = await openApp()
  world = { ...opened.services, keysDir: '', clock: { ...opened.services.clock, set: () => undefined } }
  app = verifierApp(world)
  issued = await issuePassport(world)
  json = JSON.stringify(await signedByCode(world, issued.code))
})

afterAll(() => opened.close())

interface Given {
  readonly file?: Buffer
  readonly document?: string
  readonly code?: string
}

/** Sends the form: it asks for no token, so that nobody needs its page. */
async function send(given: Given, accept = 'text/html', language = 'fr'): Promise<request.Response> {
  const post = request(app).post('/verify').set({ Accept: accept, 'Accept-Language': language })
  for (const name of ['document', 'code'] as const)
    if (given[name] !== undefined) post.field(name, given[name])
  if (given.file !== undefined) post.attach('file', given.file, 'quelque-chose.bin')
  return post
}
const ask = (given: Given) => send(given, 'application/json')

describe('the page that checks anything', () => {
  it('sets no cookie, needs no script, and speaks seven languages', async () => {
    const titles = await Promise.all(
      LANGUAGES.map(async (language) => {
        const page = await request(app).get(`/verify?lang=${language}`).set('Accept', 'text/html')
        expect(page.status).toBe(200)
        expect(page.headers['set-cookie']).toBeUndefined()
        expect(page.text).toContain(`action="/verify?lang&#x3D;${language}" enctype="multipart/form-data"`)
        return /<h1>([^<]+)/.exec(page.text)?.[1]
      }),
    )
    expect(new Set(titles).size).toBe(LANGUAGES.length)
  })

  it('goes on in the language that was chosen', async () => {
    const chosen = await request(app)
      .post('/verify?lang=pl')
      .set('Accept', 'text/html')
      .field('document', json)
    expect(chosen.headers['content-language']).toBe('pl')
    const typed = await request(app).post('/verify?lang=pl').field('code', '7K3F9QXW2M4T')
    expect(typed.headers['location']).toBe('/v/7K3F9QXW2M4T?lang=pl')
  })

  it('opens the page of a typed code; half a code is kept and explained', async () => {
    for (const found of [
      await request(app).get('/verify?code=7k3f+9qxw+2m4t'),
      await send({ code: '7k3f 9qxw 2m4t' }),
    ]) {
      expect(found.status).toBe(303)
      expect(found.headers['location']).toBe('/v/7K3F9QXW2M4T')
    }
    const half = await request(app).get('/verify?code=7K3F')
    expect(half.status).toBe(422)
    expect(half.text).toContain('value="7K3F"')
  })
})

describe('a document is verified in whatever it comes', () => {
  it('as it is, pasted or as a file', async () => {
    for (const given of [{ document: json }, { file: Buffer.from(json) }]) {
      const page = await send(given)
      expect(page.status).toBe(200)
      expect(saidOn(page)).toContain('C’est authentique')
      expect(saidOn(page)).toContain('Un passeport, qui réunit plusieurs attestations.')
      expect(page.headers['cache-control']).toBe('no-store')
      expect(page.headers['x-robots-tag']).toMatch(/noindex/)
      expect(page.headers['set-cookie']).toBeUndefined()
    }
  })

  it('in a PDF, a PNG and an SVG, and says so', async () => {
    const { code } = issued.competences[0] ?? { code: '' }
    const badge = JSON.stringify(await signedByCode(world, code))
    const files: [Buffer, string][] = [
      [await pdfWith({ 'a.json': badge }), 'Un badge Open Badges 3.0, dans un PDF.'],
      [await bakedPng(badge), 'Un badge Open Badges 3.0, dans une image.'],
      [Buffer.from(bakedSvg(credentialElement(badge))), 'Un badge Open Badges 3.0, dans une image.'],
    ]
    for (const [file, words] of files) {
      const page = saidOn(await send({ file }))
      expect(page).toContain('C’est authentique')
      expect(page).toContain(words)
      // its pages may say anything: the person it is true of is named here
      expect(page).toContain('fiez-vous à ce qui est écrit ici')
      expect(page).toContain('Inès Benali')
    }
    expect(saidOn(await send({ document: badge }))).not.toContain('fiez-vous')
  })

  it('as one of several in a PDF, and says how many there are', async () => {
    const file = await pdfWith({ 'a.json': json, 'b.json': json, 'c.json': json })
    expect(saidOn(await send({ file }))).toMatch(
      /Il y en a 2 autres au même endroit.*nous n’avons vérifié que le premier/,
    )
  })

  it('on a photograph of its QR code, with the proof that stands in the address', async () => {
    const answer = await send({ file: await qrPhoto(`${world.publicUrl}/v/${issued.code}#12345`) })
    expect(answer.status).toBe(303)
    expect(answer.headers['location']).toBe(`/v/${issued.code}#12345`)
  })

  it('as a token of somebody we do not know', async () => {
    const key = await tokenKey('ES256')
    const token = await signToken(competence(key.did), key)
    const page = saidOn(await send({ document: token }))
    expect(page).toContain('Nous ne connaissons pas l’émetteur')
    expect(page).toContain('Il est signé sous la forme d’un jeton (JWT).')
    expect(page).toContain('Mission locale de la Marche')
  })

  it('for a program, which is told what it was', async () => {
    const key = await newKey()
    const badge = JSON.stringify(await sign(competence(key.did), key))
    expect((await ask({ file: await bakedPng(badge) })).body).toMatchObject({
      verdict: 'issuer-unknown',
      kind: 'open-badge-3',
      form: 'credential',
      carrier: 'png',
      others: 0,
      holder: { name: 'Inès Martin' },
    })
    expect((await ask({ document: json })).body).toMatchObject({ verdict: 'verified', kind: 'passport' })
  })

  it('and what our register knows of it counts', async () => {
    const other = await issuePassport(world)
    const given = { document: JSON.stringify(await signedByCode(world, other.code)) }
    await revokeCredential(world, SYSTEM, { credential: other.code, reason: 'content-wrong' })
    expect((await ask(given)).body).toMatchObject({ verdict: 'revoked' })
  })
})

describe('a document that is not authentic', () => {
  it('shows nothing of what it says, and says why where that is known', async () => {
    const forged = saidOn(await send({ document: json.replace('Inès Benali', 'Inès Benalo') }))
    expect(forged).toContain('n’est pas authentique')
    expect(forged).not.toContain('Benalo')
    const unsigned = { ...competence('did:web:nobody.example'), proof: undefined }
    const page = saidOn(await send({ document: JSON.stringify(unsigned) }))
    expect(page).toContain('Ce document ne porte aucune signature')
    expect(page).not.toContain('Inès Martin')
  })

  it('is none the better for a presentation around it, and a forged presentation takes its credential with it', async () => {
    const document: unknown = JSON.parse(json)
    const around = (verifiableCredential: unknown, proof?: object) => ({
      document: JSON.stringify({
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiablePresentation'],
        verifiableCredential,
        ...(proof === undefined ? {} : { proof }),
      }),
    })
    expect(saidOn(await send(around(document)))).toContain('Il était dans une présentation')
    const { proof } = document as { proof: object }
    const forged = await ask(around(document, proof))
    expect(forged.body).toMatchObject({ verdict: 'not-authentic' })
    expect(JSON.stringify(forged.body)).not.toContain('Inès')
    const inside: unknown = JSON.parse(around(document, proof).document)
    for (const wrapped of [around(inside), { document: JSON.stringify([inside]) }]) {
      const answer = await ask(wrapped)
      expect(answer.body).toMatchObject({ verdict: 'not-authentic' })
      expect(JSON.stringify(answer.body)).not.toContain('Inès')
    }
  })
})

describe('what cannot be verified gets one sentence, and the form keeps what was typed', () => {
  it.each([
    ['nothing at all', {}, 'Choisissez un fichier'],
    ['a broken text', { document: '{"name": "<b>Inès' }, 'abîmé ou incomplet'],
    ['a PDF with nothing in it', { file: Buffer.from('%PDF-1.7\n') }, 'ne contient pas de données signées'],
    ['a file of 1,000 levels', { file: Buffer.from('['.repeat(1000)) }, 'trop imbriqué'],
    ['a file of 2 MB', { file: Buffer.alloc(2_000_000, '{"a":1}') }, 'trop gros'],
    [
      'an address of others',
      { document: 'https://example.org/x?a=<b>' },
      'n’est pas celle d’un de nos documents',
    ],
    ['a European credential', { document: '{"payload":"{}","signatures":[{}]}' }, 'Europass'],
    ['a wallet’s credential', { document: 'eyJhbGciOiJFUzI1NiJ9.e30.AA~WyJ4Il0~' }, 'SD-JWT'],
  ])('%s', async (_name, given: Given, words) => {
    const page = await send(given)
    expect(page.status).toBe(422)
    expect(saidOn(page)).toContain(words)
    if (given.document !== undefined) expect(page.text).not.toContain('<b>')
    const answer = await ask(given)
    expect(answer.status).toBe(422)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect((answer.body as { detail: string }).detail).toContain(words)
  })

  it('a QR code with an address of others: it is shown as text, and not followed', async () => {
    const page = await send({ file: await qrPhoto('https://example.org/menu') })
    expect(page.status).toBe(422)
    expect(saidOn(page)).toContain('https://example.org/menu')
    expect(page.text).not.toContain('href="https://example.org')
  })

  it('fields of a form that nobody asked for, which would all be kept in memory', async () => {
    const post = request(app).post('/verify').set('Accept', 'application/json')
    for (let count = 0; count < 20; count++) post.field(`document${count}`, 'x')
    expect((await post).status).toBe(422)
  })

  it('in every language', async () => {
    const said = await Promise.all(
      LANGUAGES.map(async (language) => saidOn(await send({ document: 'bonjour' }, 'text/html', language))),
    )
    expect(new Set(said).size).toBe(LANGUAGES.length)
  })
})
