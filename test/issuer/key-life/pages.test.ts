import { beforeAll, describe, expect, it } from 'vitest'
import { openNetwork, saidOn, unescapeHtml, type Browser, type Network } from '../../support/app-world.ts'

describe('the keys page', () => {
  let network: Network
  let admin: Browser
  beforeAll(async () => {
    network = await openNetwork()
    admin = await network.browse('admin')
  })
  const activeOf = async (slug: string): Promise<string> => {
    const [id = ''] = await network
      .db('signing_keys')
      .join('issuers', 'issuers.id', 'signing_keys.issuer_id')
      .where({ slug, state: 'active' })
      .pluck<string[]>('signing_keys.id')
    return id
  }

  it('names every issuer with its keys, their state, their age and what they signed', async () => {
    const page = await admin.open('/admin/keys')
    const said = saidOn(page)
    for (const name of ['Passerelle', network.home.name, network.away.name]) expect(said).toContain(name)
    expect(said).toContain('En service')
    expect(said).toContain('Compromise depuis le 3 juillet 2026 à 11:00')
    expect(said).toMatch(/A signé .* [1-9]\d* attestations/)
    expect(said).toContain(`${network.away.name} : clé déclarée compromise depuis le 3 juillet 2026 à 11:00`)
    expect(page.text).not.toContain('secretKeyMultibase')
  })

  it('gives an issuer a new key after saying what that means', async () => {
    const path = `/admin/keys/issuers/${network.home.slug}/rotate`
    expect(saidOn(await admin.open(path))).toContain('Tout ce que l’ancienne clé a signé reste vérifiable')
    const before = await activeOf(network.home.slug)
    const answer = await admin.send(path)
    expect([answer.status, answer.headers['location']]).toEqual([303, '/admin/keys'])
    expect(await activeOf(network.home.slug)).not.toBe(before)
    const log = saidOn(await admin.open('/admin/keys'))
    expect(log).toContain(`${network.home.name} : nouvelle clé`)
    expect(log).toContain('par Personne admin')
  })

  it('retires one key, and does nothing to one that is compromised', async () => {
    const keyId = await activeOf(network.home.slug)
    expect((await admin.open(`/admin/keys/${keyId}/retire`)).status).toBe(200)
    expect((await admin.send(`/admin/keys/${keyId}/retire`)).status).toBe(303)
    expect(await activeOf(network.home.slug)).not.toBe(keyId)
    expect((await admin.open(`/admin/keys/${network.keys.lost}/retire`)).status).toBe(409)
    expect((await admin.send(`/admin/keys/${network.keys.lost}/retire`)).status).toBe(409)
  })

  it.each([
    [{ since: '', issuerName: '' }, 'Cette case ne peut pas rester vide.'],
    [{ since: 'hier', issuerName: 'Mission locale du Léon' }, 'Écrivez un jour et une heure'],
    [{ since: '2026-07-03T11:01', issuerName: 'Mission locale du Léon' }, 'pas encore arrivé'],
    [{ since: '2026-07-01T10:00', issuerName: 'CFA de Brest' }, 'Ce n’est pas le nom de cet émetteur'],
  ])('asks again when the form cannot be meant so: %j', async (values, sentence) => {
    const keyId = await activeOf(network.home.slug)
    const answer = await admin.send(`/admin/keys/${keyId}/compromise`, values)
    expect(answer.status).toBe(422)
    expect(saidOn(answer)).toContain(sentence)
    for (const typed of Object.values(values))
      if (typed !== '') expect(unescapeHtml(answer.text)).toContain(`value="${typed}"`)
    expect(await activeOf(network.home.slug)).toBe(keyId)
  })

  it('declares a key compromised once the issuer’s name is typed, and offers what follows', async () => {
    const keyId = network.keys.home
    const values = { since: '2026-07-03T10:00', issuerName: 'mission locale du leon' }
    const answer = await admin.send(`/admin/keys/${keyId}/compromise`, values)
    expect([answer.status, answer.headers['location']]).toEqual([303, `/admin/keys/${keyId}/reissue`])
    const page = saidOn(await admin.open(`/admin/keys/${keyId}/reissue`))
    expect(page).toContain('signées à partir du 3 juillet 2026 à 10:00')
    expect(page).not.toContain('0 attestation')
    const count = /Il reste (\d+) attestations à refaire/.exec(page)?.[1]
    expect(page).toContain(`Refaire ${String(count)} attestations`)
    const known = saidOn(await admin.open(`/admin/keys/${keyId}/compromise`))
    expect(known).toContain('Le moment déjà déclaré est le 3 juillet 2026 à 10:00')
  })

  it('signs again what it signed, with the progress on the page', async () => {
    const path = `/admin/keys/${network.keys.home}/reissue`
    const answer = await admin.send(path)
    expect([answer.status, answer.headers['location']]).toEqual([303, path])
    const page = saidOn(await admin.open(path))
    expect(page).toContain('Il ne reste rien à refaire')
    expect(page).toMatch(/(\d+) sur \1 refaites ou retirées/)
    expect(saidOn(await admin.open('/admin/keys'))).toMatch(/attestations refaites/)
  })

  it('offers no re-issue for a key in which everybody may believe', async () => {
    const keyId = await activeOf(network.home.slug)
    const answer = await admin.send(`/admin/keys/${keyId}/reissue`, {}, 'application/json')
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([409, 'key-not-compromised'])
    for (const path of [
      'z6Mknobody/retire',
      'z6Mknobody/compromise',
      'z6Mknobody/reissue',
      'issuers/nobody/rotate',
    ])
      expect((await admin.open(`/admin/keys/${path}`)).status).toBe(404)
  })

  it('speaks English, too', async () => {
    const page = await admin.open('/admin/keys?lang=en')
    expect(saidOn(page)).toContain('What has been done')
  })
})
