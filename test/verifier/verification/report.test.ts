import { createHash } from 'node:crypto'
import request from 'supertest'
import { expect, onTestFinished, test } from 'vitest'
import { completeIssuance, requestIssuance } from '../../../server/issuer/issuance/index.ts'
import { revokeCredential, suspendCredential } from '../../../server/issuer/revocation/index.ts'
import { openNetwork, PRIVATE_NAMES } from '../../support/app-world.ts'
import { aLearner, aPassport, aStructure } from '../../issuer/issuing-world.ts'
import {
  aCompetence,
  issuePassport,
  openWorld,
  SYSTEM,
  verifierApp,
  type IssuingWorld,
} from '../verifying-world.ts'

async function openPassport() {
  const world = await openWorld()
  const { code } = await issuePassport(world)
  return { world, code, app: verifierApp(world), bytes: await bytesOf(world, code) }
}

async function bytesOf(world: IssuingWorld, code: string): Promise<string> {
  const [signed = ''] = await world.db('credentials').where({ code }).pluck<string[]>('signed')
  return signed
}

const sha256 = (bytes: string): string => createHash('sha256').update(bytes).digest('hex')

test('the report says when and how it was checked, by which key, and the digest of the signed bytes', async () => {
  const { world, code, app, bytes } = await openPassport()
  const page = await request(app).get(`/v/${code}/report`)
  expect(page.status).toBe(200)
  expect(page.headers['cache-control']).toBe('no-store')
  expect(page.headers['x-robots-tag']).toMatch(/noindex/)
  expect(page.headers['set-cookie']).toBeUndefined()
  const issuer = await world.ring.issuerFor(world.db, null)
  const { did, verificationMethod } = await world.ring.signingKey(world.db, issuer.id)
  for (const words of [
    'Compte rendu de vérification',
    'C’est authentique',
    'Inès Benali',
    'heure de Paris (2026-07-03T09:00:00Z)',
    'La signature correspond au contenu',
    'Ce que cela ne prouve pas',
    'Open Badges 3.0',
    did,
    verificationMethod,
    `${world.publicUrl}/v/${code}`,
    '<svg xmlns="http://www.w3.org/2000/svg"',
    'Passerelle 0.',
  ])
    expect(page.text).toContain(words)
  expect(page.text.replaceAll(/[\s]/g, '')).toContain(sha256(bytes))
})

test('a machine gets the same by Accept, or at an address of its own', async () => {
  const { code, app, bytes } = await openPassport()
  const json = { Accept: 'application/json' }
  const report = await request(app).get(`/v/${code}/report`).set(json)
  expect(report.body).toMatchObject({
    verdict: 'verified',
    code,
    checkedAt: '2026-07-03T09:00:00Z',
    signature: { sha256: sha256(bytes), standards: expect.arrayContaining(['CLR 2.0']) as string[] },
    software: { name: 'Passerelle' },
  })
  expect((await request(app).get(`/v/${code}`).set(json)).body).toEqual(report.body)
  expect((await request(app).get(`/v/${code}/report.json`)).body).toEqual(report.body)
})

test.each(['application/vc', 'application/ld+json'])('as %s the signed bytes are sent', async (type) => {
  const { code, app, bytes } = await openPassport()
  const answer = await request(app).get(`/v/${code}`).set('Accept', type).responseType('blob')
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toContain(type)
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(String(answer.body)).toBe(bytes)
})

test('what the page does not show, no report, digest or document shows either', async () => {
  const { world, code, app } = await openPassport()
  const vc = () => request(app).get(`/v/${code}`).set('Accept', 'application/vc')
  const everything = async () => {
    const sheet = await request(app).get(`/v/${code}/report`)
    const json = await request(app).get(`/v/${code}/report.json`)
    return sheet.text + JSON.stringify(json.body) + (await vc()).text
  }
  await suspendCredential(world, SYSTEM, { credential: code, reason: 'content-check' })
  expect((await vc()).status).toBe(404)
  expect(await everything()).not.toMatch(/Inès|Brême|Karim/)
  await revokeCredential(world, SYSTEM, { credential: code, reason: 'content-wrong' })
  expect((await vc()).status).toBe(410)
  expect(await everything()).not.toMatch(/Inès|Brême|Karim/)
  await world.db('credentials').where({ code }).update({ erased_at: '2026-07-03T08:00:00Z', signed: null })
  expect((await vc()).status).toBe(410)
  const erased = await request(app).get(`/v/${code}/report`)
  expect(erased.status).toBe(410)
  expect(await everything()).not.toMatch(/Inès|Brême|Karim|did:|SHA-256/)
  expect((await request(app).get('/v/000000000000').set('Accept', 'application/vc')).status).toBe(404)
  expect((await request(app).get('/v/000000000000/report')).status).toBe(404)
})

test('what was shown to the trainer as evidence is on no page, sheet or report, of the competence or of its passport', async () => {
  const world = await openWorld()
  const learner = aLearner('Inès Benali')
  const organisationId = await aStructure(world.db)
  const sha256 = 'c0ffee'.repeat(10) + 'cafe'
  const shown = { name: 'Le plan de la table', narrative: 'Photo de l’atelier.', genre: 'Photo', sha256 }
  const { credentials } = await world.db.transaction((trx) =>
    requestIssuance(trx, world, SYSTEM, [
      { ...aCompetence(organisationId, learner, 'EQUIPE'), evidence: [shown] },
      aPassport(organisationId, learner, 'passport'),
    ]),
  )
  await completeIssuance(world)
  const app = verifierApp(world)
  const digest = Buffer.from(sha256, 'hex').toString('base64url')
  for (const { code } of credentials) {
    expect(await bytesOf(world, code)).toContain('Photo de l’atelier.')
    for (const path of [`/v/${code}`, `/v/${code}?lang=en`, `/v/${code}/report`, `/v/${code}/report.json`]) {
      const { status, text } = await request(app).get(path)
      expect([path, status]).toEqual([path, 200])
      expect(text).not.toMatch(new RegExp(`plan de la table|Photo de l|${sha256}|${digest}`))
    }
  }
})

test('what can be no code gets its sheet too, however long it is, and leads to where codes are typed', async () => {
  const { app, world } = await openPassport()
  for (const typed of ['nope', 'A'.repeat(3000), '%3Cscript%3E']) {
    const sheet = await request(app).get(`/v/${typed}/report`)
    expect(sheet.status).toBe(404)
    expect(sheet.text).toContain(`href="${world.publicUrl}/verify"`)
    expect(sheet.text).not.toMatch(/A{41}|<script>/)
  }
})

test('of a private passport neither report nor document says anything', async () => {
  const { app, db, close } = await openNetwork()
  onTestFinished(close)
  const row: unknown = await db('credentials').where({ kind: 'passport' }).whereNotNull('signed').first()
  const { code, learner_id } = row as { code: string; learner_id: string }
  await db('youth_choices').insert({ learner_id, kept_private_at: '2026-07-01T00:00:00Z' })
  const sheet = await request(app).get(`/v/${code}/report`)
  expect(sheet.text).toContain('privé')
  expect(sheet.text).not.toMatch(new RegExp(`${PRIVATE_NAMES.join('|')}|did:|SHA-256`))
  expect((await request(app).get(`/v/${code}`).set('Accept', 'application/vc')).status).toBe(403)
})
