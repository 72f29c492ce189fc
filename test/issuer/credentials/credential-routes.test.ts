import request from 'supertest'
import { describe, expect, test } from 'vitest'
import {
  credentialRoutes,
  findCredential,
  findCredentialByCode,
  listCredentialsOfLearner,
  listCredentialsOfSession,
} from '../../../server/issuer/credentials/index.ts'
import { completeIssuance, requestIssuance } from '../../../server/issuer/issuance/index.ts'
import { newId, type CredentialId } from '../../../server/kernel/ids.ts'
import { aLearner, anAttendance, aPassport, aStructure, openWorld, SYSTEM } from '../issuing-world.ts'
import { serveRoutes } from '../serve-routes.ts'

async function anIssuedPassport(options: { sign: boolean }) {
  const world = await openWorld()
  const structure = await aStructure(world.db)
  const learner = aLearner('Nguyễn Thị Ánh')
  const awards = [anAttendance(structure, learner), aPassport(structure, learner)]
  const { credentials } = await world.db.transaction((trx) => requestIssuance(trx, world, SYSTEM, awards))
  if (options.sign) await completeIssuance(world)
  const [attendance, passport] = credentials
  if (attendance === undefined || passport === undefined) throw new Error('nothing requested')
  return { world, learner, attendance, passport, server: request(serveRoutes(credentialRoutes(world))) }
}

describe('the address of a credential', () => {
  test('answers with the signed document, byte for byte, kept out of caches and search engines', async () => {
    const { world, attendance, server } = await anIssuedPassport({ sign: true })
    const record = await findCredentialByCode(world.db, attendance.code)
    const answer = await server
      .get(`/credentials/${attendance.code}`)
      .set('Accept', '*/*')
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('end', () => {
          done(null, Buffer.concat(chunks))
        })
      })
    expect(answer.status).toBe(200)
    expect((answer.body as Buffer).toString('utf8')).toBe(record?.signed)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/vc',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
    })
  })

  test('speaks the media type that is asked for', async () => {
    const { attendance, server } = await anIssuedPassport({ sign: true })
    for (const type of ['application/json', 'application/ld+json', 'application/vc'])
      expect((await server.get(`/credentials/${attendance.code}`).set('Accept', type)).type).toBe(type)
  })

  test('shows the verdict to somebody with a browser', async () => {
    const { attendance, server } = await anIssuedPassport({ sign: true })
    const answer = await server
      .get(`/credentials/${attendance.code.toLowerCase()}`)
      .set('Accept', 'text/html,application/xhtml+xml,*/*;q=0.8')
    expect(answer.status).toBe(303)
    expect(answer.headers['location']).toBe(`/v/${attendance.code}`)
  })

  test('says so when nothing is there, or not yet', async () => {
    const { attendance, server } = await anIssuedPassport({ sign: false })
    for (const code of ['000000000000', 'x', '..%2f..', attendance.code])
      expect(
        (await server.get(`/credentials/${code}`).set('Accept', 'application/json')).status,
      ).toBeGreaterThanOrEqual(400)
    expect((await server.get('/credentials/000000000000').set('Accept', 'application/json')).status).toBe(404)
  })
})

describe('the register', () => {
  test('finds a credential by code and by id, with the address it was signed with', async () => {
    const { world, learner, attendance } = await anIssuedPassport({ sign: true })
    const record = await findCredentialByCode(world.db, attendance.code)
    expect(record).toMatchObject({
      id: attendance.id,
      code: attendance.code,
      url: `${world.publicUrl}/credentials/${attendance.code}`,
      kind: 'attendance',
      locale: 'fr',
      learnerId: learner.id,
      title: 'Formation au retour',
      revokedAt: null,
      supersededBy: null,
    })
    expect(await findCredential(world.db, attendance.id)).toEqual(record)
    expect(await findCredential(world.db, newId<CredentialId>())).toBeUndefined()
    expect(await findCredentialByCode(world.db, '000000000000')).toBeUndefined()
  })

  test('lists what a young person holds', async () => {
    const { world, learner } = await anIssuedPassport({ sign: true })
    const kinds = (await listCredentialsOfLearner(world.db, learner.id)).map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['attendance', 'passport'])
    expect(await listCredentialsOfLearner(world.db, 'nobody')).toEqual([])
    expect(await listCredentialsOfSession(world.db, 'no session')).toEqual([])
  })

  test('knows the address of a credential that waits for its signature, and of none that is not written yet', async () => {
    const { world, attendance, passport } = await anIssuedPassport({ sign: false })
    expect(await findCredentialByCode(world.db, attendance.code)).toMatchObject({
      url: `${world.publicUrl}/credentials/${attendance.code}`,
      signed: null,
    })
    expect((await findCredentialByCode(world.db, passport.code))?.url).toBe('')
  })
})
