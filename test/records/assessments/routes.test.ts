import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { listCredentialsOfSession } from '../../../server/issuer/credentials/index.ts'
import { readGrid } from '../../../server/records/assessments/index.ts'
import {
  enrol,
  findSession,
  listSessions,
  markSessionSigned,
} from '../../../server/records/training-sessions/index.ts'
import { ADAPT, aLearner, aNetwork, aSession, NOW, TEAM } from '../training-sessions/a-network.ts'
import { aServer, fieldsOf } from '../training-sessions/a-server.ts'

async function aGridOnline() {
  const network = await aNetwork()
  const session = await aSession(network, { competences: [TEAM, ADAPT] })
  const server = await aServer(network)
  const path = `/sessions/${session.session.id}`
  const level = async () => (await readGrid(network.db, session.session)).rows[0]?.cells[0]?.attested?.level
  const cell = `${session.ines.enrolmentId}.attested:${TEAM}`
  return { ...network, ...session, ...server, path, level, cell }
}

describe('the grid over HTTP', () => {
  test('a trainer sets a level and finds it again', async () => {
    const { browserOf, anne, path, cell, level } = await aGridOnline()
    const browser = browserOf(anne)
    const answer = await browser.submit(path, `${path}/assessments`, { [cell]: '3', action: 'save' })
    expect(answer.status).toBe(303)
    expect(answer.headers['location']).toBe(path)
    expect(await level()).toBe('3')
    expect((await browser.get(path)).text).toMatch(/<option value="3" selected/)
  })

  test('« Signer » saves first, then shows what will be signed', async () => {
    const { browserOf, anne, path, cell, level } = await aGridOnline()
    const answer = await browserOf(anne).submit(path, `${path}/assessments`, { [cell]: '4', action: 'sign' })
    expect(answer.headers['location']).toBe(`${path}/sign`)
    expect(await level()).toBe('4')
  })

  test('nobody signed in sees the login page, and without the form’s token nothing is changed', async () => {
    const { browserOf, anne, path, cell, level, app } = await aGridOnline()
    expect((await request(app).get(path)).headers['location']).toMatch(/^\/login/)
    const answer = await browserOf(anne).send(`${path}/assessments`, { [cell]: '3' })
    expect(answer.status).toBe(403)
    expect(await level()).toBeUndefined()
  })
})

describe('wrong or unauthorised changes over HTTP', () => {
  test('a level the competence does not have: 422, and what was typed is still there', async () => {
    const { browserOf, anne, path, cell, ines, level } = await aGridOnline()
    const note = `${ines.enrolmentId}.observation`
    const fields = { [cell]: 'B1', [note]: 'Une phrase que personne ne veut retaper' }
    const answer = await browserOf(anne).submit(path, `${path}/assessments`, fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Ce niveau n’existe pas pour cette compétence')
    expect(answer.text).toContain('Une phrase que personne ne veut retaper')
    expect(await level()).toBeUndefined()
  })

  test('a competence that is not in the session, an invisible character, an unknown field: 422 with the field', async () => {
    const { browserOf, anne, path, ines, malo } = await aGridOnline()
    const browser = browserOf(anne)
    for (const [field, value] of [
      [`${ines.enrolmentId}.attested:LANG-DE`, 'B1'],
      [`${ines.enrolmentId}.attested:JONGLER`, '3'],
      [`${malo.enrolmentId}.observation`, 'a\0b'],
      [`${malo.enrolmentId}.salary`, '1'],
    ] as const) {
      const to = `${path}/assessments`
      const answer = await browser.submit(path, to, { [field]: value }, 'application/json')
      expect(answer.status, field).toBe(422)
      expect(answer.body).toMatchObject({ code: 'invalid-input', errors: [{ pointer: field }] })
      expect((await browser.submit(path, to, { [field]: value })).status, field).toBe(422)
    }
  })

  test('a young person of another session: 404', async () => {
    const online = await aGridOnline()
    const other = await aSession(online, { competences: [TEAM] })
    const browser = online.browserOf(online.anne)
    const field = `${other.ines.enrolmentId}.attested:${TEAM}`
    expect((await browser.submit(online.path, `${online.path}/assessments`, { [field]: '3' })).status).toBe(
      404,
    )
    expect((await browser.get(`${online.path}/learners/${other.ines.enrolmentId}`)).status).toBe(404)
    const own = `${online.path}/learners/${online.ines.enrolmentId}`
    expect((await browser.submit(own, own, { [field]: '3' })).status).toBe(404)
  })

  test('another structure, or a colleague who is not named: every page and every form is 404', async () => {
    const { browserOf, stranger, yann, path, ines, cell, level } = await aGridOnline()
    const pages = [path, `${path}/sign`, `${path}/trainers`, `${path}/learners/${ines.enrolmentId}`]
    const forms = [
      `${path}/assessments`,
      `${path}/sign`,
      `${path}/resume`,
      `${path}/trainers`,
      `${path}/trainers/remove`,
      `${path}/learners/${ines.enrolmentId}`,
    ]
    for (const actor of [stranger, yann]) {
      const browser = browserOf(actor)
      for (const page of pages) expect((await browser.get(page)).status, page).toBe(404)
      for (const form of forms)
        expect(
          (await browser.submit('/sessions/new', form, { [cell]: '3', version: 'x' })).status,
          form,
        ).toBe(404)
      expect((await browser.get('/sessions')).text).not.toContain('Retour de mobilité, Quimper')
    }
    expect(await level()).toBeUndefined()
  })

  test('anything after the signature: 409', async () => {
    const { db, clock, browserOf, anne, session, path, cell, ines, level } = await aGridOnline()
    const browser = browserOf(anne)
    await browser.get(path)
    await markSessionSigned(db, session.id, { at: clock.now(), actor: anne, name: anne.name })
    for (const form of [`${path}/assessments`, `${path}/learners/${ines.enrolmentId}`]) {
      const answer = await browser.submit('/sessions/new', form, { [cell]: '3' }, 'application/json')
      expect(answer.status).toBe(409)
      expect(answer.body).toMatchObject({ code: 'session-already-signed' })
    }
    expect(await level()).toBeUndefined()
    expect((await browser.get(path)).text).not.toContain('<select')
  })

  test('a form that is out of date: 409 with both values, and saving again keeps the choice', async () => {
    const { browserOf, anne, coordinator, path, cell, level } = await aGridOnline()
    const late = browserOf(anne)
    const { text } = await late.get(path)
    await browserOf(coordinator).submit(path, `${path}/assessments`, { [cell]: '4' })
    const refused = await late.send(`${path}/assessments`, { ...fieldsOf(text), [cell]: '1' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Entre-temps')
    expect(refused.text).toContain('<option value="1" selected')
    expect(await level()).toBe('4')
    const again = await late.send(`${path}/assessments`, fieldsOf(refused.text))
    expect(again.status).toBe(303)
    expect(await level()).toBe('1')
  })
})

describe('a large session', () => {
  test('is shown forty young people at a time, and saving stays on the page', async () => {
    const online = await aGridOnline()
    for (let number = 3; number <= 41; number++) {
      const { learner } = await aLearner(online, 'Jeune', `Numéro ${number}`)
      const input = { sessionId: online.session.id, learnerId: learner.id }
      await online.db.transaction(async (trx) => enrol(trx, online.deps, online.anne, input))
    }
    const browser = online.browserOf(online.anne)
    const [first, second] = [await browser.get(online.path), await browser.get(`${online.path}?page=2`)]
    expect(first.text.match(/scope="row"/g)).toHaveLength(40)
    expect(second.text.match(/scope="row"/g)).toHaveLength(1)
    const saved = await browser.submit(`${online.path}?page=2`, `${online.path}/assessments`, {})
    expect(saved.headers['location']).toBe(`${online.path}?page=2`)
    expect((await browser.get(`${online.path}?page=99`)).text).toContain('Page 2 sur 2')
  })
})

describe('one young person at a time', () => {
  test('every level can be set there, with an observation, and the next person follows', async () => {
    const { browserOf, anne, path, ines, malo, cell, db, session } = await aGridOnline()
    const own = `${path}/learners/${ines.enrolmentId}`
    const fields = {
      [cell]: '3',
      [`${ines.enrolmentId}.note:${TEAM}`]: 'Vue aider deux camarades.',
      action: 'next',
    }
    const answer = await browserOf(anne).submit(own, own, fields)
    expect(answer.headers['location']).toBe(`${path}/learners/${malo.enrolmentId}`)
    const [row] = (await readGrid(db, session)).rows
    expect(row?.cells[0]?.attested).toMatchObject({ level: '3', observation: 'Vue aider deux camarades.' })
    const page = (await browserOf(anne).get(answer.headers['location'] ?? '')).text
    expect(page).toContain('rel="prev"')
    expect(page).not.toContain('rel="next"')
  })
})

describe('a new session over HTTP', () => {
  const typed = {
    kind: 'return',
    title: 'Retour de mobilité',
    startsOn: '03/07/2026',
    locale: 'fr',
    competences: TEAM,
  }

  test('is created with a date as people write it', async () => {
    const { browserOf, yann, db } = await aGridOnline()
    const answer = await browserOf(yann).submit('/sessions/new', '/sessions/new', typed)
    const [created] = await listSessions(db, yann)
    expect(answer.headers['location']).toBe(`/sessions/${created?.id ?? ''}`)
    expect(created).toMatchObject({ startsOn: '2026-07-03', endsOn: '2026-07-03', competences: [TEAM] })
  })

  test('comes back with what was typed when a value is wrong', async () => {
    const { browserOf, yann, db } = await aGridOnline()
    const wrong = { ...typed, title: 'Un titre à garder', startsOn: '31/02/2026' }
    const answer = await browserOf(yann).submit('/sessions/new', '/sessions/new', wrong)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Un titre à garder')
    expect(answer.text).toMatch(new RegExp(`value="${TEAM}" checked`))
    expect(await listSessions(db, yann)).toEqual([])
  })

  test('is refused in another structure', async () => {
    const { browserOf, yann, brest } = await aGridOnline()
    const foreign = { ...typed, organisationId: brest }
    expect((await browserOf(yann).submit('/sessions/new', '/sessions/new', foreign)).status).toBe(403)
  })
})

describe('the signature over HTTP', () => {
  test('shows what will be signed, signs it once, then gives the passports', async () => {
    const { browserOf, anne, path, cell, db, session } = await aGridOnline()
    const browser = browserOf(anne)
    await browser.submit(path, `${path}/assessments`, { [cell]: '3' })
    const before = (await browser.get(`${path}/sign`)).text
    expect(before).toContain('5 attestations pour 2 jeunes')
    const answer = await browser.submit(`${path}/sign`, `${path}/sign`, {})
    expect(answer.status).toBe(303)
    const after = (await browser.get(`${path}/sign`)).text
    expect(after).toContain(`${path}/passports.pdf?lang=fr`)
    expect(after).toContain(`<form method="post" action="${path}/slips">`)
    expect(after.match(/href="\/v\/[0-9A-Z]{12}"/g)).toHaveLength(7)
    expect((await findSession(db, session.id))?.signedByName).toBe('Anne Le Goff')
    const twice = await browser.send(`${path}/sign`, fieldsOf(before))
    expect(twice.headers['location']).toBe(`${path}/sign`)
    const byMachine = await browser.send(`${path}/sign`, fieldsOf(before), 'application/json')
    expect(byMachine.status).toBe(409)
    expect(byMachine.body).toMatchObject({ code: 'session-already-signed' })
    expect((await browser.get(`${path}/sign`)).text.match(/href="\/v\/[0-9A-Z]{12}"/g)).toHaveLength(7)
  })

  test('shows every word that will be signed: the stay, the attendance, the observation, the summary, the evidence', async () => {
    const { browserOf, anne, path, cell, db, ines } = await aGridOnline()
    const browser = browserOf(anne)
    await browser.submit(path, `${path}/assessments`, {
      [cell]: '3',
      [`${ines.enrolmentId}.observation`]: 'A repris seule le plan d’un escalier.',
    })
    await db('mobilities')
      .where({ id: ines.mobility.id })
      .update({ activity: 'Stage en menuiserie', return_summary: 'Elle veut repartir.' })
    await db('evidence').insert({
      id: 'e1',
      enrolment_id: ines.enrolmentId,
      kind: 'text',
      title: 'Le carnet de bord',
      narrative: 'Entre nous',
      added_by: 'Anne Le Goff',
      created_at: '2026-07-03T10:00:00Z',
    })
    const { text } = await browser.get(`${path}/sign`)
    for (const signed of [
      'Stage en menuiserie',
      'Tischlerei Weber',
      'Brême, Allemagne',
      'du 30 mars 2026 au 19 juin 2026',
      'Retour de mobilité, Quimper · Quimper · 3 juillet 2026',
      'A repris seule le plan d’un escalier.',
      'Elle veut repartir.',
      'Le carnet de bord · Récit',
    ])
      expect(text).toContain(signed)
    expect(text).not.toContain('Entre nous')
  })

  test('shows no stay that is not over, and says so', async () => {
    const { browserOf, anne, path, db } = await aGridOnline()
    await db('mobilities').update({ ends_on: '2026-08-30', return_summary: 'Trop tôt.' })
    const { text } = await browserOf(anne).get(`${path}/sign`)
    expect(text).toContain('Le séjour n’est pas terminé')
    expect(text).not.toContain('Tischlerei Weber')
    expect(text).not.toContain('Trop tôt.')
  })

  test('is not done when the grid changed after the page was read', async () => {
    const { browserOf, anne, path, cell, db, session } = await aGridOnline()
    const browser = browserOf(anne)
    const { text } = await browser.get(`${path}/sign`)
    await browser.submit(path, `${path}/assessments`, { [cell]: '3' })
    const answer = await browser.send(`${path}/sign`, fieldsOf(text))
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('La grille a changé')
    expect((await findSession(db, session.id))?.signedAt).toBeUndefined()
  })
})

describe('the page after the signature', () => {
  test('keeps what failed apart from what waits, and « Reprendre la signature » tries again', async () => {
    const { db, browserOf, anne, path, session, cell } = await aGridOnline()
    const browser = browserOf(anne)
    await browser.submit(path, `${path}/assessments`, { [cell]: '3', action: 'save' })
    expect((await browser.submit(`${path}/sign`, `${path}/sign`, {})).status).toBe(303)
    const signed = await listCredentialsOfSession(db, session.id)
    const unsign = (at: number, failure: object) =>
      db('credentials')
        .where({ id: signed[at]?.id ?? '' })
        .update({
          signed: null,
          signed_at: null,
          unsigned: signed[at]?.signed?.replace(/,"proof".*$/, '}'),
          ...failure,
        })
    await unsign(0, { failed_at: NOW, failure: 'key-missing' })
    await unsign(1, {})
    const { text } = await browser.get(`${path}/sign`)
    expect(text).toContain('1 attestation n’a pas encore pu être signée')
    expect(text).toContain('Signature en cours')
    expect(text).toContain('5 sur 7')
    expect(text).toContain('signature à reprendre')
    expect(text.match(/\/resume"/g)).toHaveLength(1)

    expect((await browser.submit(`${path}/sign`, `${path}/resume`, {})).status).toBe(303)
    const after = (await browser.get(`${path}/sign`)).text
    expect(after).not.toContain('/resume"')
    expect((await listCredentialsOfSession(db, session.id)).every(({ signed }) => signed !== null)).toBe(true)
  })
})
