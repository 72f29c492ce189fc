import { expect, test } from 'vitest'
import { createAccount } from '../../server/access/accounts/index.ts'
import { secondFactorReset } from '../../server/commands/accounts.ts'
import { OPERATOR } from '../../server/commands/terminal.ts'
import { withServices } from '../../server/commands/with-services.ts'
import { aMachine } from '../support/run-cli.ts'

const YANN = { email: 'yann@exemple.fr', name: 'Yann Riou', password: 'bruine phare tricot lundi' }

test('passerelle accounts second-factor reset signs somebody out and takes away what they lost', async () => {
  const machine = aMachine()
  await machine.inProcess((config) =>
    withServices(config, async (services) => {
      const { id } = await createAccount(services, OPERATOR, YANN)
      await services.login.start(id)
    }),
  )
  const { out, code } = await machine.inProcess((config) =>
    secondFactorReset(config, 'YANN@exemple.fr', { json: true }),
  )
  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual({ email: YANN.email, app: false, passkeys: 0 })
  await machine.inProcess((config) =>
    withServices(config, async ({ db }) => {
      expect(await db('login_sessions')).toEqual([])
      expect(await db('audit_events').where({ action: 'second-factor.reset' })).toHaveLength(1)
    }),
  )
})

test('an address without an account is told in one sentence', async () => {
  const { code, err } = await aMachine().inProcess((config) =>
    secondFactorReset(config, 'nobody@exemple.fr', {}),
  )
  expect(code).not.toBe(0)
  expect(err.trim().split('\n')).toHaveLength(1)
})
