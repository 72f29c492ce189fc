import { describe, expect, it } from 'vitest'
import { issueSlip } from '../../../server/holder/slips/index.ts'
import { revokeCredential } from '../../../server/issuer/revocation/index.ts'
import type { LearnerId } from '../../../server/kernel/ids.ts'
import {
  aYouth,
  nameTrainer,
  openHolderWorld,
  serve,
  signPassports,
  type HolderWorld,
} from '../holder-world.ts'
import { attachmentsOf, openPdf, readQrCodes } from '../passports/open-pdf.ts'

async function aSlipOnline() {
  const world = await openHolderWorld()
  const ines = await aYouth(world)
  await signPassports(world, [{ id: ines, name: 'Inès Benali' }])
  const { slip } = await issueSlip(world, world.karim, ines)
  return { world, ines, slip, ...serve(world) }
}

async function passportCodeOf(world: HolderWorld, learnerId: LearnerId): Promise<string> {
  const row: unknown = await world
    .db('credentials')
    .where({ kind: 'passport', learner_id: learnerId })
    .first('code')
  return (row as { code: string }).code
}

describe('the young person’s page', () => {
  it('greets by the given name and offers to show, to download and to see what an employer sees', async () => {
    const { world, ines, slip, get } = await aSlipOnline()
    const page = await get(`/s/${slip}`)
    const code = await passportCodeOf(world, ines)
    expect(page.status).toBe(200)
    for (const said of [
      'Bonjour Inès',
      'Montrer ton passeport',
      `href="/s/${slip}/show"`,
      `href="/s/${slip}/passport.pdf?lang&#x3D;en"`.replace('&#x3D;', '='),
      `href="/v/${code}"`,
      '<svg',
    ])
      expect(page.text).toContain(said)
    expect(page.text).not.toContain('<script')
  })

  it('says that the passport was withdrawn, not that it is on its way', async () => {
    const { world, ines, slip, get } = await aSlipOnline()
    const operator = { kind: 'system', name: 'operator' } as const
    const credential = await passportCodeOf(world, ines)
    await revokeCredential(world, operator, { credential, reason: 'issued-in-error' })
    const page = await get(`/s/${slip}`)
    expect(page.text).toContain('Ton passeport a été retiré')
    expect(page.text).not.toContain('pas encore signé')
  })

  it('is kept out of caches, search engines and other sites’ logs', async () => {
    const { slip, get } = await aSlipOnline()
    for (const path of [
      `/s/${slip}`,
      `/s/${slip}/show`,
      `/s/${slip}/passport.pdf`,
      `/s/${slip}/passport.json`,
      '/s',
    ]) {
      const { headers } = await get(path)
      expect(headers, path).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': expect.stringContaining('noindex') as string,
      })
    }
  })

  it('opens from the capitals of the QR code, from small letters and from groups of four', async () => {
    const { slip, get } = await aSlipOnline()
    expect((await get(`/S/${slip}`)).status).toBe(200)
    expect((await get(`/s/${slip.toLowerCase()}`)).status).toBe(200)
    const typed = await get(`/s?code=${encodeURIComponent(slip.replace(/(.{4})/g, '$1 '))}`)
    expect(typed.status).toBe(303)
    expect(typed.headers['location']).toBe(`/s/${slip}`)
  })

  it('hands over the PDF in the language asked for, and the signed passport as it was signed', async () => {
    const { world, ines, slip, pdf } = await aSlipOnline()
    const file = await pdf(`/s/${slip}/passport.pdf?lang=en`)
    expect(file.headers['content-type']).toBe('application/pdf')
    const { texts, pages } = await openPdf(file.body as Buffer)
    expect(texts.join(' ')).toContain('What I can do'.toUpperCase())
    const code = await passportCodeOf(world, ines)
    expect((await Promise.all(pages.map(readQrCodes))).flat()).toEqual([
      `HTTPS://PASSERELLE.EXAMPLE/V/${code}`,
    ])
    const json = await pdf(`/s/${slip}/passport.json`)
    const attached = (await attachmentsOf(file.body as Buffer)).get('passerelle.json')
    expect((json.body as Buffer).toString('utf8')).toBe(Buffer.from(attached ?? []).toString('utf8'))
    const row: unknown = await world.db('credentials').where({ code }).first('signed')
    expect((json.body as Buffer).toString('utf8')).toBe((row as { signed: string }).signed)
  })

  it('says kindly what to do when the slip was replaced (410) or the code is wrong (404)', async () => {
    const { world, ines, slip, get } = await aSlipOnline()
    await issueSlip(world, world.anne, ines)
    for (const path of [
      `/s/${slip}`,
      `/s/${slip}/show`,
      `/s/${slip}/passport.pdf`,
      `/s/${slip}/passport.json`,
    ]) {
      const old = await get(path)
      expect(old.status).toBe(410)
      expect(old.text).toContain('demande une nouvelle fiche')
      expect(old.text).not.toContain('Inès')
    }
    const wrong = await get('/s/0000000000000000')
    expect(wrong.status).toBe(404)
    expect(wrong.text).toContain('demande une nouvelle fiche')
  })

  it('keeps what was typed when a code is too short', async () => {
    const { get } = await aSlipOnline()
    const page = await get('/s?code=7K3F%209Q')
    expect(page.status).toBe(422)
    expect(page.text).toContain('value="7K3F 9Q"')
    expect(page.text).toContain('16 lettres et chiffres')
  })

  it('waits with the young person while the passport is not signed', async () => {
    const world = await openHolderWorld()
    const { slip } = await issueSlip(world, world.karim, await aYouth(world))
    const { get } = serve(world)
    expect((await get(`/s/${slip}`)).text).toContain('pas encore signé')
    expect((await get(`/s/${slip}/passport.pdf`)).status).toBe(409)
  })
})

describe('slips on the trainers’ side', () => {
  it('gives and prints the slips of a session at one tap, each code readable, the same the second time', async () => {
    const world = await openHolderWorld()
    const names = ['Inès', 'Malo', 'Zoé']
    const learners = await Promise.all(
      names.map(async (name) => ({ id: await aYouth(world, name), name: `${name} B` })),
    )
    await signPassports(world, learners)
    const { pdf, post } = serve(world)
    const codes = async () => {
      const tapped = await post('/slips', `/sessions/${world.sessionId}/slips`, world.karim)
      expect(tapped.status).toBe(303)
      expect(tapped.headers['location']).toBe(`/sessions/${world.sessionId}/slips.pdf`)
      const file = await pdf(`/sessions/${world.sessionId}/slips.pdf`, world.karim)
      expect(file.status).toBe(200)
      const opened = await openPdf(file.body as Buffer)
      for (const name of names) expect(opened.texts.join(' ')).toContain(`${name}, ton passeport est ici`)
      return (await Promise.all(opened.pages.map(readQrCodes))).flat().sort()
    }
    const first = await codes()
    expect(first).toHaveLength(3)
    for (const code of first) expect(code).toMatch(/^HTTPS:\/\/PASSERELLE\.EXAMPLE\/S\/[0-9A-Z]{16}$/)
    expect(await codes()).toEqual(first)
  })

  it('gives no slip to anybody when the PDF is only looked at', async () => {
    const { world, ines, get, pdf } = await aSlipOnline()
    const malo = await aYouth(world, 'Malo')
    await signPassports(world, [{ id: malo, name: 'Malo Benali' }])
    const { texts } = await openPdf(
      (await pdf(`/sessions/${world.sessionId}/slips.pdf`, world.karim)).body as Buffer,
    )
    expect(texts.join(' ')).toContain('Inès, ton passeport')
    expect(texts.join(' ')).not.toContain('Malo')
    expect(await world.db('slips').pluck('learner_id')).toEqual([ines])
    await world.db('slips').delete()
    expect((await get(`/sessions/${world.sessionId}/slips.pdf`, world.karim)).status).toBe(404)
    expect(await world.db('slips')).toEqual([])
  })

  it('prints a session for its trainers and its coordinator; to everybody else it does not exist', async () => {
    const { world, get, post, ines } = await aSlipOnline()
    const code = await passportCodeOf(world, ines)
    const session = `/sessions/${world.sessionId}`
    for (const path of [
      `${session}/slips.pdf`,
      `${session}/passports.pdf`,
      `/passports/${code}/passport.pdf`,
    ]) {
      for (const actor of [world.karim, world.soizic])
        expect((await get(path, actor)).status, `${path} as ${actor.name}`).toBe(200)
      for (const actor of [world.maelle, world.anne, world.nobody])
        expect((await get(path, actor)).status, `${path} as ${actor.name}`).toBe(404)
      expect((await get(path)).headers['location'], path).toMatch(/^\/login/)
    }
    await world.db('slips').delete()
    for (const actor of [world.maelle, world.anne])
      expect((await post('/slips', `${session}/slips`, actor)).status, actor.name).toBe(404)
    expect((await post('/s', `${session}/slips`, world.karim)).status).toBe(403)
    expect(await world.db('slips')).toEqual([])
    expect((await get('/sessions/unknown/slips.pdf', world.karim)).status).toBe(404)
    expect((await get('/passports/0000/passport.pdf', world.karim)).status).toBe(404)
  })

  it('leaves a passport that no session gave to the structure’s coordinator', async () => {
    const { world, get, ines } = await aSlipOnline()
    await world.db('credentials').update({ session_id: null })
    const path = `/passports/${await passportCodeOf(world, ines)}/passport.pdf`
    expect((await get(path, world.soizic)).status).toBe(200)
    for (const actor of [world.karim, world.maelle, world.anne])
      expect((await get(path, actor)).status, actor.name).toBe(404)
  })

  it('lets any trainer find a young person by their exact name and give a new slip', async () => {
    const { world, ines, slip, get, post, pdf } = await aSlipOnline()
    const found = await post('/slips', '/slips', world.anne, { givenName: 'ines', familyName: 'BENALI' })
    expect(found.text).toContain('Inès Benali')
    expect(found.text).toContain('Mission locale de Quimper')
    expect((await get(`/s/${slip}`)).status).toBe(200)
    const given = await post('/slips', `/learners/${ines}/slip`, world.anne)
    expect(given.status).toBe(303)
    expect(given.headers['location']).toBe(`/learners/${ines}/slip`)
    expect((await get(`/s/${slip}`)).status).toBe(410)
    const page = await get(`/learners/${ines}/slip`, world.anne)
    expect(page.text).toContain('Nouvelle fiche pour Inès')
    const paper = await openPdf((await pdf(`/learners/${ines}/slip.pdf`, world.anne)).body as Buffer)
    const [url = ''] = (await Promise.all(paper.pages.map(readQrCodes))).flat()
    expect((await get(new URL(url).pathname)).status).toBe(200)
  })

  it('shows a slip to who gave it, the person’s coordinator and the trainers of their sessions', async () => {
    const { world, ines, get } = await aSlipOnline()
    await issueSlip(world, world.anne, ines)
    for (const path of [`/learners/${ines}/slip`, `/learners/${ines}/slip.pdf`]) {
      for (const actor of [world.anne, world.karim, world.soizic])
        expect((await get(path, actor)).status, `${path} as ${actor.name}`).toBe(200)
      expect((await get(path, world.maelle)).status, path).toBe(404)
      expect((await get(path, world.nobody)).status, path).toBe(403)
    }
    await nameTrainer(world.db, world.sessionId, world.maelle)
    expect((await get(`/learners/${ines}/slip`, world.maelle)).status).toBe(200)
  })

  it('shows it to who gave it for a day only, and no longer to who left the network', async () => {
    const { world, ines, get } = await aSlipOnline()
    await issueSlip(world, world.anne, ines)
    const path = `/learners/${ines}/slip`
    world.clock.set('2026-07-04T08:59:59Z')
    expect((await get(path, world.anne)).status).toBe(200)
    world.clock.set('2026-07-04T09:00:00Z')
    expect((await get(path, world.anne)).status).toBe(404)
    expect((await get(`${path}.pdf`, world.anne)).status).toBe(404)
    expect((await get(path, world.soizic)).status).toBe(200)
    await issueSlip(world, world.anne, ines)
    const left = { ...world, anne: { ...world.anne, memberships: [] } }
    for (const one of [path, `${path}.pdf`])
      expect((await serve(left).get(one, left.anne)).status, one).toBe(403)
  })

  it('refuses a new slip without a role, without the form’s token, and for somebody unknown', async () => {
    const { world, ines, slip, post, get } = await aSlipOnline()
    expect((await post('/s', `/learners/${ines}/slip`, world.anne)).status).toBe(403)
    expect((await get('/slips', world.nobody)).status).toBe(403)
    expect((await post('/slips', '/learners/unknown/slip', world.anne)).status).toBe(404)
    expect((await get(`/s/${slip}`)).status).toBe(200)
  })

  it('says which field is empty when a name is missing', async () => {
    const { world, post } = await aSlipOnline()
    const page = await post('/slips', '/slips', world.anne, { givenName: 'Inès', familyName: ' ' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('value="Inès"')
  })
})
