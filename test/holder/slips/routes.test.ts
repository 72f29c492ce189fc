import { describe, expect, it } from 'vitest'
import { setPin } from '../../../server/access/youth-keys/index.ts'
import { issueSlip } from '../../../server/holder/slips/index.ts'
import type { LearnerId } from '../../../server/kernel/ids.ts'
import {
  aYouth,
  enrol,
  nameTrainer,
  openHolderWorld,
  serve,
  signPassports,
  type HolderWorld,
} from '../holder-world.ts'
import { openPdf, readQrCodes } from '../passports/open-pdf.ts'

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

describe('the door', () => {
  it('takes one scan and no tap: the person is recognised, and the code leaves the address bar', async () => {
    const { world, ines, slip, get } = await aSlipOnline()
    const scanned = await get(`/s/${slip}`)
    expect(scanned.status).toBe(303)
    expect(scanned.headers['location']).toBe('/me')
    const [cookie = '', ...others] = scanned.get('Set-Cookie') ?? []
    expect(others).toEqual([])
    // gone with the browser: no age, no date
    expect(cookie).toMatch(/^young=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    const token = cookie.slice('young='.length, cookie.indexOf(';'))
    expect(await world.youthSessions.resolve(token)).toEqual({
      kind: 'learner',
      learnerId: ines,
      name: 'Inès',
    })
  })

  it('lets in whoever has nothing signed yet', async () => {
    const world = await openHolderWorld()
    const { slip } = await issueSlip(world, world.karim, await aYouth(world))
    expect((await serve(world).get(`/s/${slip}`)).headers['location']).toBe('/me')
  })

  it('is kept out of caches, search engines and other sites’ logs', async () => {
    const { slip, get } = await aSlipOnline()
    for (const path of [`/s/${slip}`, '/s/0000000000000000', '/s']) {
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
    expect((await get(`/S/${slip}`)).headers['location']).toBe('/me')
    expect((await get(`/s/${slip.toLowerCase()}`)).headers['location']).toBe('/me')
    const typed = await get(`/s?code=${encodeURIComponent(slip.replace(/(.{4})/g, '$1 '))}`)
    expect(typed.status).toBe(303)
    expect(typed.headers['location']).toBe(`/s/${slip}`)
  })

  it('says kindly what to do when the slip was replaced (410) or the code is wrong (404)', async () => {
    const { world, ines, slip, get } = await aSlipOnline()
    await issueSlip(world, world.anne, ines)
    const old = await get(`/s/${slip}`)
    expect(old.status).toBe(410)
    expect(old.text).toContain('demande une nouvelle fiche')
    expect(old.text).not.toContain('Inès')
    expect(old.get('Set-Cookie')).toBeUndefined()
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
})

describe('a slip with a PIN', () => {
  async function aLockedSlip() {
    const online = await aSlipOnline()
    await setPin(online.world, { kind: 'learner', learnerId: online.ines, name: 'Inès' }, '8305')
    const path = `/s/${online.slip}`
    const type = (pin: string) => online.post(path, `${path}/pin`, undefined, { pin })
    return { ...online, path, type }
  }

  it('asks for it first, and names nobody', async () => {
    const { path, get } = await aLockedSlip()
    const page = await get(path)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Ton code')
    expect(page.text).not.toContain('Inès')
    expect((page.get('Set-Cookie') ?? []).join()).not.toContain('young=')
  })

  it('opens with it', async () => {
    const { type } = await aLockedSlip()
    const opened = await type('8305')
    expect(opened.headers['location']).toBe('/me')
    expect(opened.get('Set-Cookie')?.join()).toContain('young=')
  })

  it('says how many tries are left, then pauses, and goes on after the pause with the right one', async () => {
    const { world, type } = await aLockedSlip()
    const wrong = await type('1357')
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Encore 4 essais')
    for (let miss = 0; miss < 3; miss++) await type('1357')
    const last = await type('1357')
    expect(last.status).toBe(429)
    expect(last.text).toContain('Petite pause')
    expect(last.text).toContain('nouvelle fiche')
    // not even the right one is looked at
    expect((await type('8305')).status).toBe(429)
    world.clock.set('2026-07-03T09:01:00Z')
    expect((await type('8305')).headers['location']).toBe('/me')
    expect((await type('1357')).text).toContain('Encore 4 essais')
  })

  it('opens without it once a trainer has handed a new slip', async () => {
    const { world, ines, path, get } = await aLockedSlip()
    const { slip } = await issueSlip(world, world.anne, ines)
    expect((await get(path)).status).toBe(410)
    expect((await get(`/s/${slip}`)).headers['location']).toBe('/me')
  })

  it('takes no PIN without the form’s token', async () => {
    const { path, post } = await aLockedSlip()
    expect((await post('/s', `${path}/pin`, undefined, { pin: '8305' })).status).toBe(403)
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

  it('gives them before anything is signed: young people arrive by their slip', async () => {
    const world = await openHolderWorld()
    await enrol(world, await aYouth(world), 1)
    const { pdf, post } = serve(world)
    await post('/slips', `/sessions/${world.sessionId}/slips`, world.karim)
    const file = await pdf(`/sessions/${world.sessionId}/slips.pdf`, world.karim)
    expect((await openPdf(file.body as Buffer)).texts.join(' ')).toContain('Inès, ton passeport est ici')
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
    expect((await get(`/s/${slip}`)).status).toBe(303)
    const given = await post('/slips', `/learners/${ines}/slip`, world.anne)
    expect(given.status).toBe(303)
    expect(given.headers['location']).toBe(`/learners/${ines}/slip`)
    expect((await get(`/s/${slip}`)).status).toBe(410)
    const page = await get(`/learners/${ines}/slip`, world.anne)
    expect(page.text).toContain('Nouvelle fiche pour Inès')
    const paper = await openPdf((await pdf(`/learners/${ines}/slip.pdf`, world.anne)).body as Buffer)
    const [url = ''] = (await Promise.all(paper.pages.map(readQrCodes))).flat()
    expect((await get(new URL(url).pathname)).headers['location']).toBe('/me')
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
    expect((await get(`/s/${slip}`)).status).toBe(303)
  })

  it('says which field is empty when a name is missing', async () => {
    const { world, post } = await aSlipOnline()
    const page = await post('/slips', '/slips', world.anne, { givenName: 'Inès', familyName: ' ' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('value="Inès"')
  })
})
