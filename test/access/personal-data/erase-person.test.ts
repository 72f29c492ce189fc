import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import request from 'supertest'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addMembership, createAccount } from '../../../server/access/accounts/index.ts'
import { createOrganisation } from '../../../server/access/organisations/index.ts'
import { erasePerson, sweepErasedFiles } from '../../../server/access/personal-data/index.ts'
import { listEvents } from '../../../server/access/audit/index.ts'
import { createShare, listShareable } from '../../../server/holder/sharing/index.ts'
import { PROJECT_DIR } from '../../../server/compose.ts'
import { exportKit } from '../../../server/verifier/verification-kit/index.ts'
import { compromiseKey, reissueSigned } from '../../../server/issuer/key-life/index.ts'
import { revokeCredential } from '../../../server/issuer/revocation/index.ts'
import type { IsoDate } from '../../../server/kernel/clock.ts'
import type { LearnerActor } from '../../../server/kernel/roles.ts'
import { addEvidence } from '../../../server/records/evidence/index.ts'
import { youngVisitor } from '../../holder/young-visitor.ts'
import { browserOf, openApp, OPERATOR, saidOn, type App } from '../../support/app-world.ts'
import { onPostgres, tableNames } from '../../support/database.ts'
import { aPerson, heldBy, HERS } from './a-person.ts'

let app: App
let world: Awaited<ReturnType<typeof aPerson>>
beforeEach(async () => {
  app = await openApp()
  world = await aPerson(app)
})
afterEach(() => app.close())

const she = (): LearnerActor => ({ kind: 'learner', learnerId: world.hers.learnerId, name: 'Wilhelmine' })
const erase = (copies: 'keep' | 'invalidate' = 'keep') =>
  erasePerson(app.services, she(), {
    learnerId: world.hers.learnerId,
    invalidateCopies: copies === 'invalidate',
  })
const page = (path: string, accept = 'text/html') =>
  request(app.app).get(path).set({ Accept: accept, 'Accept-Language': 'fr' })

describe('Somebody who erases everything about themselves', () => {
  test('is on the page told what goes and what stays, confirms with a word, and is gone at once', async () => {
    const phone = await youngVisitor(app, world.hers.learnerId)
    const asked = saidOn(await phone.open('/me/erase'))
    for (const words of [
      'Ce qui disparaît',
      'Ce qui reste, et pourquoi',
      'D’abord, garde une copie',
      'EFFACER',
    ])
      expect(asked).toContain(words)

    const wrong = await phone.send('/me/erase', { copies: 'invalidate', typed: 'non' })
    expect(wrong.status).toBe(422)
    expect(saidOn(wrong)).toContain('Ce n’est pas le mot demandé')
    expect(wrong.text).toMatch(/value="invalidate" checked/)
    expect(await app.db('learners')).toHaveLength(2)

    const done = await phone.send('/me/erase', { copies: 'keep', typed: ' effacer ' })
    expect([done.status, done.headers['location']]).toEqual([303, '/me/erased'])
    expect(done.headers['clear-site-data']).toBe('"cache", "storage"')
    expect(saidOn(await phone.open('/me/erased'))).toContain('C’est effacé')
    expect((await phone.open('/me')).headers['location']).toBe('/s')
    expect(await app.db('learners').pluck('given_name')).toEqual(['Achille'])
  })

  test('leaves neither a name, an address nor a word of theirs in any row, and no file', async () => {
    const [shareable] = await listShareable(app.db, world.hers.learnerId, 'fr')
    await createShare(app.services, she(), {
      credentials: [shareable?.id ?? ''],
      recipient: 'Wilhelmine et sa tante',
      recipientShown: true,
      endsOn: '2026-08-01' as IsoDate,
    })
    // a first attempt at signing failed, and said on what
    await app
      .db('credentials')
      .where({ learner_id: world.hers.learnerId })
      .update({ failure: '"Kammgarnspinnen" is too long' })
    expect(hersIn(await everyRow())).not.toEqual([])
    await erase()
    expect(hersIn(await everyRow())).toEqual([])
    expect(filesOf(join(app.dir, 'data', 'files'))).toEqual([])
    expect(await app.db('pending_file_erasures')).toEqual([])
    // the other one lost nothing
    const his = app.db('credentials').where({ learner_id: world.his.learnerId })
    expect(await his.whereNull('signed')).toEqual([])
  })

  test.skipIf(onPostgres())('leaves nothing in the database file either, nor in its log', async () => {
    const database: { file: string }[] = await app.db.raw('pragma database_list')
    const path = database.at(0)?.file ?? ''
    const bytes = () =>
      Buffer.concat([path, `${path}-wal`].map((file) => readFileSync(file))).toString('latin1')
    const inLatin1 = HERS.map((words) => Buffer.from(words).toString('latin1'))
    expect(inLatin1.filter((words) => bytes().includes(words))).not.toEqual([])
    // what was edited before it was erased leaves its older words in free pages
    await app
      .db('learners')
      .where({ id: world.hers.learnerId })
      .update({ family_name: 'X'.repeat(3000) })
    await erase()
    expect(inLatin1.filter((words) => bytes().includes(words))).toEqual([])
    expect(bytes()).toContain('Fontanges')
  })

  test('is kept in the trail by a random id, with what was done and no name', async () => {
    await erase('invalidate')
    const [event] = await listEvents(app.db, {
      subject: { type: 'learner', id: world.hers.learnerId },
      limit: 1,
    })
    expect(event).toMatchObject({ action: 'learner.erased', actorKind: 'learner', actorName: '' })
    expect(event?.details).toEqual({ records: 1, files: 1, copiesInvalidated: 4 })
  })

  test('does not take a file away that somebody else has too', async () => {
    await addEvidence(app.services, OPERATOR, {
      sessionId: await anOpenSessionOf(world.his.learnerId),
      enrolmentId: await enrolmentOf(world.his.learnerId),
      title: 'La même',
      file: world.file,
    })
    await erase()
    expect(filesOf(join(app.dir, 'data', 'files'))).toHaveLength(1)
    expect(await app.db('evidence').pluck('title')).toEqual(['La même'])
  })

  test('is erased all the same when the server stops before the files are gone: the next start removes them', async () => {
    const { services } = app
    const files = { ...services.files, remove: () => Promise.reject(new Error('power cut')) }
    await erasePerson({ ...services, files }, she(), {
      learnerId: world.hers.learnerId,
      invalidateCopies: false,
    })
    expect(filesOf(join(app.dir, 'data', 'files'))).toHaveLength(1)
    expect(await sweepErasedFiles(services)).toBe(1)
    expect(filesOf(join(app.dir, 'data', 'files'))).toEqual([])
    expect(await sweepErasedFiles(services)).toBe(0)
  })

  test('takes with them the record that went into theirs', async () => {
    await app.db('learners').where({ id: world.his.learnerId }).update({ merged_into: world.hers.learnerId })
    // a session since then is about the stay that the other record holds
    const stay = await app
      .db<{ id: string; learner_id: string }>('mobilities')
      .where({ learner_id: world.his.learnerId })
      .first()
    await app
      .db('enrolments')
      .where({ learner_id: world.hers.learnerId })
      .update({ mobility_id: stay?.id ?? '' })
    await erase()
    expect(await app.db('learners')).toEqual([])
  })
})

describe('A coordinator whom somebody asked in writing', () => {
  const asked = { reason: 'written-request', copies: 'keep', typed: 'EFFACER' }

  test('erases them, and the trail keeps the reason in our words', async () => {
    const soizic = await colleagueOf('coordinator')
    const path = `/learners/${world.hers.learnerId}/erase`
    expect(saidOn(await soizic.open(path))).toContain('Effacer Wilhelmine Xanthopoulos')
    const unsure = await soizic.send(path, { ...asked, reason: 'parce que', typed: '' })
    expect(unsure.status).toBe(422)
    expect(await app.db('learners')).toHaveLength(2)
    const done = await soizic.send(path, asked)
    expect([done.status, done.headers['location']]).toEqual([303, '/learners'])
    expect(await app.db('learners').pluck('given_name')).toEqual(['Achille'])
    const [event] = await listEvents(app.db, {
      subject: { type: 'learner', id: world.hers.learnerId },
      limit: 1,
    })
    expect(event).toMatchObject({
      actorKind: 'staff',
      details: { reason: 'written-request', copiesInvalidated: 0 },
    })
    expect((await soizic.open(path)).status).toBe(404)
  })

  test.each([
    ['trainer', 403],
    ['stranger', 404],
  ] as const)('is no %s: nothing is erased', async (role, status) => {
    const somebody = await colleagueOf(role)
    const path = `/learners/${world.hers.learnerId}/erase`
    expect((await somebody.open(path)).status).toBe(status)
    expect((await somebody.send(path, asked)).status).toBe(status)
    expect(await app.db('learners')).toHaveLength(2)
  })

  test('is not somebody else in their own space', async () => {
    const he: LearnerActor = { kind: 'learner', learnerId: world.his.learnerId, name: 'Achille' }
    const input = { learnerId: world.hers.learnerId, invalidateCopies: false }
    await expect(erasePerson(app.services, he, input)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('The copies of an erased person', () => {
  test('still verify as documents when they chose so, and the code on the paper says kindly what happened', async () => {
    const held = await heldBy(app, world.hers.learnerId)
    const passport = held.find(({ kind }) => kind === 'passport')
    const one = held.find(({ kind }) => kind === 'competence')
    await erase('keep')

    const paper = await page(`/v/${passport?.code ?? ''}`)
    expect(paper.status).toBe(410)
    expect(saidOn(paper)).toContain('Ce document a été effacé')
    expect(saidOn(paper)).toContain('C’est son droit')
    const machine = await page(`/v/${passport?.code ?? ''}`, 'application/json')
    expect(machine.body).toMatchObject({ verdict: 'not-found', erasedAt: '2026-07-03T09:00:00Z' })
    expect((await page(`/credentials/${one?.code ?? ''}`, 'application/json')).status).toBe(410)

    const checked = await request(app.app)
      .post('/credentials/verify')
      .send({ verifiableCredential: JSON.parse(one?.signed ?? '') as object })
    expect(checked.body).toMatchObject({ verified: true })
  })

  test('are all withdrawn when they chose so', async () => {
    const [one] = (await heldBy(app, world.hers.learnerId)).filter(({ kind }) => kind === 'competence')
    await erase('invalidate')
    const browser = await browserOf(app)
    const copy = await browser.upload('/verify', Buffer.from(one?.signed ?? ''), 'a.json')
    expect(saidOn(copy)).toContain('Ce document a été retiré')
    expect((await page(`/v/${one?.code ?? ''}`, 'application/json')).body).toMatchObject({
      verdict: 'revoked',
      erasedAt: '2026-07-03T09:00:00Z',
    })
    const left = await app.db<{ revoked_at: string | null }>('credentials').whereNotNull('erased_at')
    expect(left.length).toBeGreaterThan(3)
    expect(await app.db('status_entries').whereNotNull('set_at')).toHaveLength(left.length)
  })

  test('can be withdrawn later by their structure, which finds them by their code', async () => {
    const [one] = (await heldBy(app, world.hers.learnerId)).filter(({ kind }) => kind === 'competence')
    await erase('keep')
    await revokeCredential(app.services, OPERATOR, { credential: one?.code ?? '', reason: 'issued-in-error' })
    const coordinator = await app
      .db<{ id: string; revoked_at: string; learner_id: string }>('credentials')
      .where({ id: one?.id ?? '' })
      .first()
    expect(coordinator?.revoked_at).not.toBeNull()
    expect(coordinator?.learner_id).toBe(`erased:${one?.id ?? ''}`)
  })

  test('disturb neither a compromised key, what is signed again after it, the kit, nor the start of the server', async () => {
    const key = await app
      .db<{ signing_key_id: string; kind: string }>('credentials')
      .where({ kind: 'competence' })
      .first()
    await erase('keep')
    await compromiseKey(app.services, OPERATOR, { keyId: key?.signing_key_id ?? '', since: app.time.now })
    const again = await reissueSigned(app.services, OPERATOR, { keyId: key?.signing_key_id ?? '' })
    expect(again).toMatchObject({ failed: 0, left: 0 })
    expect(again.signed).toBeGreaterThan(0)
    await exportKit({ ...app.services, projectDir: PROJECT_DIR }, join(app.dir, 'kit'))
    expect(await app.services.resume()).toMatchObject({ failed: 0 })
    const gone = app.db('credentials').whereNotNull('erased_at')
    expect(await gone.clone().whereNotNull('superseded_by')).toEqual([])
    expect(await gone.whereNotNull('signed')).toEqual([])
  })
})

/** Somebody with an account: in the person's structure with this role, or the coordinator of another. */
async function colleagueOf(role: 'coordinator' | 'trainer' | 'stranger') {
  const { services } = app
  const account = await createAccount(services, OPERATOR, { email: `${role}@exemple.fr`, name: 'Soizic' })
  const away =
    role === 'stranger'
      ? await createOrganisation(services, OPERATOR, { name: 'CFA d’ailleurs', kind: 'cfa' })
      : undefined
  await addMembership(services, OPERATOR, {
    accountId: account.id,
    organisationId: away?.id ?? world.home.id,
    role: role === 'trainer' ? 'trainer' : 'coordinator',
  })
  return browserOf(app, account.id)
}

const enrolmentOf = async (learnerId: string): Promise<never> =>
  (await app.db<{ id: string; learner_id: string }>('enrolments').where({ learner_id: learnerId }).first())
    ?.id as never

/** The session of two, open again: what this test adds there is not signed. */
async function anOpenSessionOf(learnerId: string): Promise<never> {
  const row = await app
    .db<{ session_id: string; learner_id: string }>('enrolments')
    .where({ learner_id: learnerId })
    .first()
  await app.db('training_sessions').update({ signed_at: null })
  return row?.session_id as never
}

async function everyRow(): Promise<string> {
  const texts: string[] = []
  for (const name of await tableNames(app.db)) texts.push(JSON.stringify(await app.db(name)))
  return texts.join('\n')
}

const hersIn = (text: string): string[] =>
  HERS.concat('Wilhelmine et sa tante').filter((words) => text.includes(JSON.stringify(words).slice(1, -1)))

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => statSync(join(folder, name)).isFile())
  } catch {
    return []
  }
}
