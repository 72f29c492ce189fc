import { expect, test } from 'vitest'
import { createAccount } from '../../../server/access/accounts/index.ts'
import { requestPasswordReset } from '../../../server/access/login/request-password-reset.ts'
import { resetPassword } from '../../../server/access/login/reset-password.ts'
import { createWorld, OPERATOR, PASSWORD, sessionOf } from '../access-world.ts'

const email = 'yann@exemple.fr'
const NEW_PASSWORD = 'sarrasin balise ciré jeudi'

/** Yann has a password and asked for another. */
async function createWorldWithLink() {
  const world = await createWorld()
  const account = await createAccount(world.deps, OPERATOR, { email, name: 'Yann Riou', password: PASSWORD })
  const session = sessionOf(await world.login.authenticate({ email, password: PASSWORD }))
  await requestPasswordReset(world.deps, { email: 'YANN@exemple.fr', locale: 'en' })
  return { ...world, account, session }
}

test('the mailed link changes the password, and signs out everywhere', async () => {
  const { deps, login, session, mailbox, mailedToken } = await createWorldWithLink()
  expect(mailbox).toMatchObject([{ to: email, subject: 'Choose a new password on Passerelle' }])
  await resetPassword(deps, { token: mailedToken(), password: NEW_PASSWORD })
  expect(await login.resolve(session)).toBeUndefined()
  await expect(login.authenticate({ email, password: PASSWORD })).rejects.toMatchObject({
    code: 'login-failed',
  })
  await expect(login.authenticate({ email, password: NEW_PASSWORD })).resolves.toBeDefined()
})

test('it works once, for one hour', async () => {
  const { deps, mailedToken, wait } = await createWorldWithLink()
  await resetPassword(deps, { token: mailedToken(), password: NEW_PASSWORD })
  const again = { token: mailedToken(), password: NEW_PASSWORD }
  await expect(resetPassword(deps, again)).rejects.toMatchObject({ code: 'link-expired' })
  await requestPasswordReset(deps, { email, locale: 'fr' })
  wait({ hours: 1 })
  const late = { token: mailedToken(), password: NEW_PASSWORD }
  await expect(resetPassword(deps, late)).rejects.toMatchObject({ code: 'link-expired' })
})

test('asked again later, the former link dies; asked again at once, nothing more is mailed', async () => {
  const { deps, mailbox, mailedToken, wait } = await createWorldWithLink()
  await requestPasswordReset(deps, { email, locale: 'fr' })
  expect(mailbox).toHaveLength(1)
  const former = mailedToken()
  wait({ minutes: 3 })
  await requestPasswordReset(deps, { email, locale: 'fr' })
  expect(mailbox).toHaveLength(2)
  const old = { token: former, password: NEW_PASSWORD }
  await expect(resetPassword(deps, old)).rejects.toMatchObject({ code: 'link-unknown' })
})

test('an address without an account, or with a disabled one, gets no mail', async () => {
  const { deps, db, account, mailbox, mailedToken, wait } = await createWorldWithLink()
  await db('accounts').where({ id: account.id }).update({ disabled_at: '2026-06-30T08:00:00Z' })
  wait({ minutes: 10 })
  await requestPasswordReset(deps, { email, locale: 'fr' })
  await requestPasswordReset(deps, { email: 'nobody@exemple.fr', locale: 'fr' })
  expect(mailbox).toHaveLength(1)
  const closed = { token: mailedToken(), password: NEW_PASSWORD }
  await expect(resetPassword(deps, closed)).rejects.toMatchObject({ code: 'link-expired' })
})

test('the rules for passwords hold, and a refusal uses nothing up', async () => {
  const { deps, mailedToken } = await createWorldWithLink()
  const token = mailedToken()
  await expect(resetPassword(deps, { token, password: 'yann riou 29' })).rejects.toMatchObject({
    problems: [{ message: 'fields.passwordPersonal' }],
  })
  await expect(resetPassword(deps, { token, password: NEW_PASSWORD })).resolves.toBeUndefined()
})

test('the link is nowhere in the database', async () => {
  const { db, mailedToken } = await createWorldWithLink()
  expect(JSON.stringify([await db('password_resets'), await db('audit_events')])).not.toContain(mailedToken())
})
