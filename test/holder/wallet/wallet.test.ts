import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { revokeCredential } from '../../../server/issuer/revocation/index.ts'
import { openNetwork, OPERATOR, saidOn, type Network } from '../../support/app-world.ts'
import { youngVisitor } from '../young-visitor.ts'

let network: Network
beforeEach(async () => {
  network = await openNetwork()
})
afterEach(() => network.close())

const signedOne = () => youngVisitor(network, network.signed.learnerId)
const waitingOne = () => youngVisitor(network, network.elsewhere.learnerId)

describe('A young person’s own space', () => {
  test('shows the passport at once, and leads to all one may do with it', async () => {
    const phone = await signedOne()
    const page = await phone.open('/me')
    expect(page.status).toBe(200)
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    const said = saidOn(page)
    for (const words of [
      'Bonjour Zéphyrine',
      'Montrer',
      'Imprimer',
      'Partager',
      'Télécharger',
      'Quitter',
      'Travailler dans une équipe',
    ])
      expect(said).toContain(words)
    for (const path of [
      '/me/show',
      '/me/print',
      '/me/shares',
      '/me/download',
      '/me/tell',
      '/me/growth',
      '/me/keys',
    ])
      expect(page.text).toContain(`href="${path}"`)
    expect(page.text).toContain('<svg')
    for (const path of ['/me/show', '/me/print', '/me/download', '/me/shares', '/me/shares/new', '/me/erase'])
      expect(`${path} ${(await phone.open(path)).status}`).toBe(`${path} 200`)
  })

  test('invites to tell while nothing is signed, and offers no file', async () => {
    const phone = await waitingOne()
    const said = saidOn(await phone.open('/me'))
    expect(said).toContain('Commence par raconter ton séjour')
    expect(said).not.toContain('Montrer')
    expect((await phone.open('/me/show')).headers['location']).toBe('/me')
    expect((await phone.open('/me/passport.pdf')).status).toBe(409)
    expect(saidOn(await phone.open('/me/download'))).toContain('Tout ce qui te concerne')
    expect(saidOn(await phone.open('/me/shares'))).toContain('Tu pourras partager')
  })

  test('explains a passport that was withdrawn', async () => {
    const code = await network
      .db<{ code: string; kind: string; learner_id: string }>('credentials')
      .where({ kind: 'passport', learner_id: network.signed.learnerId })
      .first()
    await revokeCredential(network.services, OPERATOR, {
      credential: code?.code ?? '',
      reason: 'content-wrong',
    })
    expect(saidOn(await (await signedOne()).open('/me'))).toContain('La structure qui l’a signé l’a retiré')
  })

  test('gives the passport as PDF in the language asked for without changing the language of the pages', async () => {
    const phone = await signedOne()
    const pdf = await phone.file('/me/passport.pdf?lang=en')
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.headers['set-cookie']).toBeUndefined()
    const json = await phone.file('/me/passport.json')
    const kept = await network
      .db<{ signed: string; kind: string; learner_id: string }>('credentials')
      .where({ kind: 'passport', learner_id: network.signed.learnerId })
      .first()
    expect(String(json.body)).toBe(kept?.signed)
  })

  test('prints it in the form and the languages one chooses, and says so in the file’s name', async () => {
    const phone = await signedOne()
    const page = await phone.open('/me/print')
    const said = saidOn(page)
    for (const words of ['Une page', 'Livret à plier', 'imprimée d’un seul côté', 'allemand', 'polonais'])
      expect(said).toContain(words)
    expect(page.text).toContain('action="/me/passport.pdf"')
    const nameOf = async (query: string) => {
      const { headers, status } = await phone.file(`/me/passport.pdf${query}`)
      expect(status).toBe(200)
      return decodeURIComponent(String(headers['content-disposition']).split("UTF-8''")[1] ?? '')
    }
    expect(await nameOf('?form=page&lang=fr&with=')).toMatch(/^Passeport Passerelle Zéphyrine [^.]+\.pdf$/)
    expect(await nameOf('?form=booklet&lang=fr&with=de')).toMatch(/ livret fr-de\.pdf$/)
    // an address that somebody mangled still gives the usual paper
    expect(await nameOf('?form=poster&lang=xx&with=klingon')).not.toMatch(/livret|fr-/)
    expect(await nameOf('?form=booklet&form=page&lang=en&with=en')).not.toMatch(/livret|en-en/)
  })

  test('says before printing which letters of a name the paper cannot write', async () => {
    expect(saidOn(await (await signedOne()).open('/me/print'))).not.toContain('case barrée')
    const signed = await network
      .db<{ signed: string; kind: string; learner_id: string }>('credentials')
      .where({ kind: 'passport', learner_id: network.signed.learnerId })
      .first()
    const other = (signed?.signed ?? '').replaceAll(/"name":"Zéphyrine[^"]*"/g, '"name":"Zoé 漢"')
    await network
      .db('credentials')
      .where({ kind: 'passport', learner_id: network.signed.learnerId })
      .update({ signed: other })
    expect(saidOn(await (await signedOne()).open('/me/print'))).toContain('ce caractère : 漢')
  })

  test('says so while it is private', async () => {
    await network.db('learners').where({ id: network.signed.learnerId }).update({ birth_date: '2010-02-14' })
    expect(saidOn(await (await signedOne()).open('/me'))).toContain('ton passeport est privé')
  })
})

describe('Leaving', () => {
  test('with one tap ends the visit, takes our cookies away and leaves nothing to the back button', async () => {
    const phone = await signedOne()
    await phone.open('/me?lang=en')
    const left = await phone.send('/me/leave')
    expect([left.status, left.headers['location']]).toEqual([303, '/me/left'])
    expect(left.headers['clear-site-data']).toBe('"cache", "storage"')
    const ended = (left.headers['set-cookie'] as unknown as string[]).join('\n')
    for (const name of [network.services.youthCookie, 'passerelle_form', 'passerelle_lang'])
      expect(ended).toMatch(new RegExp(`${name}=;.*1970`))
    expect((await phone.open('/me')).headers['location']).toBe('/s')
    const goodbye = await phone.open('/me/left')
    expect(goodbye.text).toContain('data-forget')
    expect(goodbye.text).not.toContain('Zéphyrine')
    expect(goodbye.headers['set-cookie']?.toString()).not.toMatch(/passerelle_form=[^;]/)
    // the token is worth nothing wherever it was copied to
    expect(await network.services.youthSessions.resolve(phone.token)).toBeUndefined()
  })

  test('on a telephone where a trainer is signed in leaves what the trainer’s pages stored', async () => {
    const phone = await signedOne()
    phone.agent.jar.setCookie(`${network.services.sessionCookie}=x; Path=/`)
    const page = await phone.open('/me')
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1]?.replaceAll('&#x3D;', '=') ?? ''
    const left = await phone.agent.post('/me/leave').type('form').send({ _csrf: csrf })
    expect([left.status, left.headers['clear-site-data']]).toEqual([303, '"cache"'])
    // nor do the forms that are open in another tab lose what lets them be sent
    expect(left.headers['set-cookie']?.toString()).not.toContain('passerelle_form')
  })

  test('is nothing that a page of another site can make happen', async () => {
    const phone = await signedOne()
    const goodbye = await phone.open('/me/left').set('Sec-Fetch-Site', 'cross-site')
    expect(goodbye.headers['clear-site-data']).toBeUndefined()
    expect(goodbye.headers['set-cookie']).toBeUndefined()
    expect((await phone.open('/me')).status).toBe(200)
  })

  test('is on every page of the space', async () => {
    const phone = await signedOne()
    for (const path of [
      '/me',
      '/me/show',
      '/me/print',
      '/me/download',
      '/me/shares',
      '/me/shares/new',
      '/me/erase',
    ])
      expect((await phone.open(path)).text).toContain('action="/me/leave"')
  })
})
