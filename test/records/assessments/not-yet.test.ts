import { expect, test } from 'vitest'
import { addMembership, createAccount } from '../../../server/access/accounts/index.ts'
import type { EnrolmentId, LearnerId } from '../../../server/kernel/ids.ts'
import { setAssessments, signSession } from '../../../server/records/assessments/index.ts'
import { addTrainer, enrol } from '../../../server/records/training-sessions/index.ts'
import { browserOf, openNetwork, OPERATOR } from '../../support/app-world.ts'

const NOT_YET = /not-yet|pas encore/i

test('« pas encore » copied from a paper sheet is read by that session’s trainers, and nowhere else', async () => {
  const network = await openNetwork()
  const { db, services, open, elsewhere, accounts } = network
  const { sessionId } = open
  const enrolmentId = open.enrolmentId as EnrolmentId
  const learnerId = open.learnerId as LearnerId
  await setAssessments(db, services, OPERATOR, {
    sessionId,
    changes: [{ enrolmentId, competence: 'EQUIPE', voice: 'declared', level: 'not-yet' }],
  })
  // the same person in the neighbours' session too
  const { enrolmentId: theirs } = await db.transaction((trx) =>
    enrol(trx, services, OPERATOR, { sessionId: elsewhere.sessionId, learnerId }),
  )
  await addTrainer(services, OPERATOR, { sessionId: elsewhere.sessionId, accountId: accounts.neighbour })
  const { id: both } = await createAccount(services, OPERATOR, {
    email: 'deux@exemple.fr',
    name: 'Personne deux',
    admin: false,
  })
  await addMembership(services, OPERATOR, {
    accountId: both,
    organisationId: network.away.id,
    role: 'coordinator',
  })

  const trainer = await network.browse('trainer')
  const state = (browser: typeof trainer, id: string) =>
    browser.open(`/sessions/${id}/state`, 'application/json')
  expect((await state(trainer, sessionId)).text).toMatch(NOT_YET)

  const neighbour = await network.browse('neighbour')
  expect((await state(neighbour, elsewhere.sessionId)).text).not.toMatch(NOT_YET)
  for (const person of ['colleague', 'neighbour', 'neighbourLead', 'leaver'] as const)
    expect((await state(await network.browse(person), sessionId)).status).toBe(404)

  const says = async (browser: typeof trainer, path: string) => {
    const { status, text } = await browser.open(path)
    expect([path, status]).toEqual([path, 200])
    // every list of levels offers it: what counts is whether it is chosen, or told
    return text
      .replace(/<option value="not-yet">[^<]*<\/option>/g, '')
      .replace(/<input type="radio"[^>]*value="not-yet">\s*<span>[^<]*<\/span>/g, '')
      .replace(/<(template|script)[\s\S]*?<\/\1>/g, '')
      .replace(/data-say-[\w-]+="[^"]*"/g, '')
      .replace(/<div class="pop" popover id="grid-keys"[\s\S]*?<\/div>/g, '')
  }
  const coordinator = await network.browse('coordinator')
  const lead = await browserOf(network, both)
  const pages: [typeof trainer, string][] = [
    [neighbour, `/sessions/${elsewhere.sessionId}/learners/${theirs}`],
    [neighbour, `/sessions/${elsewhere.sessionId}/learners/${theirs}/together`],
    [neighbour, `/learners/${learnerId}`],
    [lead, `/sessions/${elsewhere.sessionId}/learners/${theirs}`],
    [coordinator, `/learners/${learnerId}`],
    [coordinator, `/learners/${learnerId}/history`],
    [coordinator, `/learners?q=quillevere`],
  ]
  for (const [browser, path] of pages) expect(await says(browser, path), path).not.toMatch(NOT_YET)

  // and once signed: in no credential, no line of the trail, nothing of a later session
  await signSession(services, OPERATOR, { sessionId, attestedBy: 'Karim Le Goff' })
  for (const table of ['credentials', 'audit_events'])
    expect(JSON.stringify(await db<object>(table)), table).not.toMatch(NOT_YET)
  expect((await state(neighbour, elsewhere.sessionId)).text).not.toMatch(NOT_YET)
  expect(await says(neighbour, `/sessions/${elsewhere.sessionId}/learners/${theirs}`)).not.toMatch(NOT_YET)
  await network.close()
})
