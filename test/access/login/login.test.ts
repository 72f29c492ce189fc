import { describe, expect, test } from 'vitest'
import { createAccount } from '../../../server/access/accounts/index.ts'
import { sessionCookieName } from '../../../server/access/login/index.ts'
import { localPath } from '../../../server/access/login/local-path.ts'
import { createWorld, OPERATOR, PASSWORD, sessionOf } from '../access-world.ts'

const yann = { email: 'yann@exemple.fr', name: 'Yann Riou', password: PASSWORD }
const right = { email: yann.email, password: PASSWORD, from: '192.0.2.1' }
const wrong = { ...right, password: 'bruine phare tricot mardi' }

/** The network, and Yann who has a password. */
async function createWorldWithYann() {
  const world = await createWorld()
  return { ...world, account: await createAccount(world.deps, OPERATOR, yann) }
}

describe('signing in', () => {
  test('the right address and password open a session, kept as a hash only', async () => {
    const { db, login, account } = await createWorldWithYann()
    const token = sessionOf(await login.authenticate(right))
    expect(await login.resolve(token)).toMatchObject({
      kind: 'staff',
      accountId: account.id,
      name: 'Yann Riou',
    })
    expect(JSON.stringify(await db('login_sessions'))).not.toContain(token)
  })

  test('unknown address, wrong password, no password yet and disabled account are told alike', async () => {
    const { db, login, trainer, account } = await createWorldWithYann()
    const failure = async (attempt: typeof right): Promise<unknown> =>
      login.authenticate(attempt).catch((error: unknown) => error)
    const told = [
      await failure({ ...right, email: 'nobody@exemple.fr' }),
      await failure(wrong),
      await failure({ ...right, email: trainer.email }),
    ]
    await db('accounts').where({ id: account.id }).update({ disabled_at: '2026-06-30T08:00:00Z' })
    told.push(await failure(right))
    for (const error of told) expect(error).toMatchObject({ code: 'login-failed', params: {}, problems: [] })
    expect(await db('login_sessions')).toEqual([])
  })

  test('what was typed is not kept: people type their password into the wrong box', async () => {
    const { db, login } = await createWorldWithYann()
    await login.authenticate({ ...right, email: 'my secret phrase' }).catch(() => undefined)
    const trail = JSON.stringify(await db('audit_events'))
    expect(trail).toContain('login.tried')
    expect(trail).not.toContain('my secret phrase')
  })

  test('after ten misses in a row there is a pause of a quarter of an hour, even for the right password', async () => {
    const { login, wait } = await createWorldWithYann()
    for (let miss = 1; miss <= 10; miss += 1)
      await expect(login.authenticate(wrong)).rejects.toMatchObject({ code: 'login-failed' })
    await expect(login.authenticate(right)).rejects.toMatchObject({ code: 'too-many-requests' })
    wait({ minutes: 16 })
    await expect(login.authenticate(right)).resolves.toBeDefined()
  })

  test('of many guesses that arrive at once, ten at most are looked at', async () => {
    const { login, wait } = await createWorldWithYann()
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => login.authenticate(wrong).catch((error: unknown) => error)),
    )
    const told = answers.map((error) => (error as { code: string }).code)
    expect(told.filter((code) => code === 'login-failed').length).toBeLessThanOrEqual(10)
    expect(new Set(told).has('too-many-requests')).toBe(true)
    await expect(login.authenticate(right)).rejects.toMatchObject({ code: 'too-many-requests' })
    wait({ minutes: 16 })
    await expect(login.authenticate(right)).resolves.toBeDefined()
  })

  test('somebody guessing elsewhere does not lock the owner out', async () => {
    const { login } = await createWorldWithYann()
    for (let miss = 1; miss <= 10; miss += 1)
      await login.authenticate({ ...wrong, from: '203.0.113.9' }).catch(() => undefined)
    await expect(login.authenticate(right)).resolves.toBeDefined()
  })

  test('a right password in between starts the count again', async () => {
    const { login, wait } = await createWorldWithYann()
    for (const attempt of [
      ...Array<typeof wrong>(9).fill(wrong),
      right,
      ...Array<typeof wrong>(9).fill(wrong),
    ]) {
      wait({ minutes: 0.1 })
      await login.authenticate(attempt).catch(() => undefined)
    }
    await expect(login.authenticate(right)).resolves.toBeDefined()
  })
})

describe('a session', () => {
  test('ends after twelve hours without a request', async () => {
    const { login, wait } = await createWorldWithYann()
    const token = sessionOf(await login.authenticate(right))
    wait({ hours: 11 })
    expect(await login.resolve(token)).toBeDefined()
    wait({ hours: 11 })
    expect(await login.resolve(token)).toBeDefined()
    wait({ hours: 12 })
    expect(await login.resolve(token)).toBeUndefined()
  })

  test('ends after seven days, however busy', async () => {
    const { login, wait } = await createWorldWithYann()
    const token = sessionOf(await login.authenticate(right))
    for (let hours = 0; hours < 7 * 24 - 8; hours += 8) {
      wait({ hours: 8 })
      expect(await login.resolve(token)).toBeDefined()
    }
    wait({ hours: 8 })
    expect(await login.resolve(token)).toBeUndefined()
  })

  test('that was signed out is worth nothing, wherever its cookie is kept; others go on', async () => {
    const { login } = await createWorldWithYann()
    const office = sessionOf(await login.authenticate(right))
    const phone = sessionOf(await login.authenticate(right))
    await login.end(office)
    expect(await login.resolve(office)).toBeUndefined()
    expect(await login.resolve(phone)).toBeDefined()
    await expect(login.end(office)).resolves.toEqual({ idToken: undefined })
  })

  test('of an account that was disabled is worth nothing', async () => {
    const { db, login, account } = await createWorldWithYann()
    const token = sessionOf(await login.authenticate(right))
    await db('accounts').where({ id: account.id }).update({ disabled_at: '2026-06-30T08:00:00Z' })
    expect(await login.resolve(token)).toBeUndefined()
  })

  test.each(['', 'x', '0'.repeat(43), '../../etc/passwd', 'é'.repeat(5000)])(
    'a made-up token %# opens nothing',
    async (token) => {
      const { login } = await createWorldWithYann()
      await login.authenticate(right)
      expect(await login.resolve(token)).toBeUndefined()
    },
  )

  test('sessions that expired are swept away when somebody signs in', async () => {
    const { db, login, wait } = await createWorldWithYann()
    await login.authenticate(right)
    wait({ days: 8 })
    await login.authenticate(right)
    expect(await db('login_sessions')).toHaveLength(1)
  })
})

test('the cookie is bound to the host over https', () => {
  expect(sessionCookieName(true)).toBe('__Host-passerelle_session')
  expect(sessionCookieName(false)).toBe('passerelle_session')
})

test.each([
  ['/sessions/42?lang=fr', '/sessions/42?lang=fr'],
  ['/', '/'],
  ['//evil.example', undefined],
  ['/\\evil.example', undefined],
  ['/\t/evil.example', undefined],
  ['/a/..//evil.example', undefined],
  ['https://evil.example/', undefined],
  ['javascript:alert(1)', undefined],
  ['sessions', undefined],
  ['/login?next=/login', undefined],
  ['/logout', undefined],
  ['', undefined],
  [['/a', '/b'], undefined],
  [undefined, undefined],
])('after signing in, %j leads to %j', (asked, path) => {
  expect(localPath(asked)).toBe(path)
})
