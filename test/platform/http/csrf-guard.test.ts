import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import express from 'express'
import request from 'supertest'
import { expect, test } from 'vitest'
import type { AccountId, LearnerId } from '../../../server/kernel/ids.ts'
import type { LearnerActor, StaffActor } from '../../../server/kernel/roles.ts'
import { createCsrfGuard, createRoutes, errorHandler } from '../../../server/platform/http/index.ts'
import { createLogger } from '../../../server/platform/log/index.ts'
import { createViews } from '../../../server/platform/views/index.ts'
import { temporaryFolder } from '../../support/database.ts'

const trainer: StaffActor = {
  kind: 'staff',
  accountId: 'a1' as AccountId,
  name: 'Karim',
  email: 'karim@exemple.fr',
  admin: false,
  memberships: [],
}
const young: LearnerActor = { kind: 'learner', learnerId: 'l1' as LearnerId, name: 'Inès' }

/** A telephone that a trainer and young people share: every address takes a form, `/token` gives its token. */
function aSharedTelephone() {
  const folder = temporaryFolder()
  for (const part of ['layouts', 'partials', 'assets']) mkdirSync(join(folder, part))
  const csrf = createCsrfGuard({
    secret: new Uint8Array(32),
    sessionCookie: 'staff',
    youthCookie: 'young',
    secure: false,
  })
  const deps = {
    csrf,
    views: createViews(folder, folder),
    log: createLogger('silent'),
    resolveActor: () => Promise.resolve(trainer),
    resolveYouth: () => Promise.resolve(young),
    sessionCookie: 'staff',
    youthCookie: 'young',
    secure: false,
  }
  const routes = createRoutes(deps)
  routes.get('/token', 'public', (req, res) => void res.send(csrf.token(req, res)))
  for (const access of ['staff', 'youth', 'public'] as const)
    routes.post(`/${access}`, access as 'public', (_req, res) => void res.send('done'))
  const agent = request.agent(express().use(routes.router).use(errorHandler(deps)))
  const cookieOf = (name: string, value: string | undefined): void => {
    agent.jar.setCookie(value === undefined ? `${name}=; Path=/; Max-Age=0` : `${name}=${value}; Path=/`)
  }
  return {
    staff: (token: string | undefined) => cookieOf('staff', token),
    young: (token: string | undefined) => cookieOf('young', token),
    token: async () => (await agent.get('/token')).text,
    send: async (path: string, token: string) =>
      (await agent.post(path).set('Accept', 'application/json').send({ _csrf: token })).status,
  }
}

test('a trainer’s open page stays good while young people come and go on the same telephone', async () => {
  const phone = aSharedTelephone()
  phone.staff('karim')
  const alone = await phone.token()
  phone.young('ines')
  expect(await phone.send('/staff', alone)).toBe(200)
  expect(await phone.send('/public', alone)).toBe(200)
  const together = await phone.token()
  phone.young(undefined)
  expect(await phone.send('/staff', together)).toBe(200)
})

test('a young person’s page is good for their visit, and not for the next one’s', async () => {
  const phone = aSharedTelephone()
  phone.young('ines')
  const token = await phone.token()
  phone.staff('karim')
  expect(await phone.send('/youth', token)).toBe(200)
  expect(await phone.send('/staff', token)).toBe(403)
  phone.young('malo')
  expect(await phone.send('/youth', token)).toBe(403)
  expect(await phone.send('/public', token)).toBe(403)
})

test('an empty token, halves in the wrong order and a token from before are worth nothing', async () => {
  const phone = aSharedTelephone()
  const before = await phone.token()
  expect(await phone.send('/public', before)).toBe(200)
  phone.staff('karim')
  expect(await phone.send('/public', before)).toBe(403)
  const [staff = '', youth = ''] = (await phone.token()).split('.')
  expect(await phone.send('/staff', `${youth}.${staff}`)).toBe(403)
  expect(await phone.send('/staff', '.')).toBe(403)
})
