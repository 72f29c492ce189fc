import request from 'supertest'
import { expect, test } from 'vitest'
import { openPdf, readQrCodes } from '../../holder/passports/open-pdf.ts'
import { currentOrNewSlip } from '../../../server/holder/slips/index.ts'
import { listCredentialsOfLearner } from '../../../server/issuer/credentials/index.ts'
import type { LearnerId } from '../../../server/kernel/ids.ts'
import { openNetwork, OPERATOR, saidOn } from '../../support/app-world.ts'

test('somebody of a partner structure: enrolled by their own coordinator, signed by the session’s, opened by their slip', async () => {
  const network = await openNetwork()
  const { app, db, services, open, elsewhere, home, away } = network
  const noe = elsewhere.learnerId as LearnerId
  const path = `/sessions/${open.sessionId}`
  const [coordinator, trainer, lead] = [
    await network.browse('coordinator'),
    await network.browse('trainer'),
    await network.browse('neighbourLead'),
  ]
  expect((await coordinator.send(`${path}/structures`, { organisationId: away.id })).status).toBe(303)
  // of the other structure's roster the session's own people see nobody
  const stranger = await coordinator.send(`${path}/enrol`, { learnerId: noe })
  expect(stranger.status).toBe(404)
  expect((await lead.send(`${path}/enrol`, { learnerId: noe })).status).toBe(303)
  expect((await lead.open(path)).status).toBe(404)

  const seat: unknown = await db('enrolments')
    .where({ session_id: open.sessionId, learner_id: noe })
    .first('id')
  const { id } = seat as { id: string }
  const change = { id: 'change-000001', field: `${id}.attested:EQUIPE`, value: '3', before: '' }
  const saved = await trainer.agent
    .post(`${path}/assessments`)
    .set({ Accept: 'application/json', 'x-csrf-token': trainer.csrf })
    .send({ changes: [change] })
  expect(saved.body).toMatchObject({ received: [change.id], refused: [], conflicts: [] })
  const page = await trainer.open(`${path}/sign`)
  const version = /name="version" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  expect(saidOn(page)).toContain('Noé Petit')
  expect((await lead.send(`${path}/sign`, { version })).status).toBe(404)
  expect((await trainer.send(`${path}/sign`, { version })).status).toBe(303)

  const held = await listCredentialsOfLearner(db, noe)
  expect(held.filter(({ kind }) => kind === 'competence')).toMatchObject([{ organisationId: home.id }])
  expect(held.every(({ signedAt }) => signedAt !== null)).toBe(true)

  // the slips of the session are printed by its trainer, that of Noé among them
  const slips = await trainer.send(`${path}/slips`)
  const paper = await trainer.open(slips.headers['location'] ?? '')
  expect([paper.status, paper.headers['content-type']]).toEqual([200, 'application/pdf'])
  const { slip } = await currentOrNewSlip(services, OPERATOR, noe)
  const codes: string[] = []
  for (const sheet of (await openPdf(paper.body as Uint8Array)).pages)
    codes.push(...(await readQrCodes(sheet)))
  const qrCode = codes.find((url) => url.endsWith(slip))
  const phone = request.agent(app)
  const headers = { Accept: 'text/html', 'Accept-Language': 'fr', 'X-Forwarded-For': '10.9.9.9' }
  const entered = await phone
    .get(new URL(qrCode ?? '').pathname)
    .set(headers)
    .redirects(3)
  expect(entered.status).toBe(200)
  const mine = await phone.get('/me').set(headers)
  expect(mine.status).toBe(200)
  expect(saidOn(mine)).toContain('Noé')
  const passport = await phone.get('/me/passport.json')
  expect(passport.status).toBe(200)
  expect(passport.text).toContain('Noé Petit')
  expect(passport.text).toContain('Mission locale du Léon')

  // its own coordinator reads what was signed on the file, and that is all they read of the session
  const file = await lead.open(`/learners/${noe}`)
  expect(saidOn(file)).toContain('Retour ouvert')
  expect((await lead.open(`${path}/learners/${id}`)).status).toBe(404)
  await network.close()
})
