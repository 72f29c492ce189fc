import { TOTP } from 'otpauth'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  beginAppEnrolment,
  checkCode,
  confirmAppEnrolment,
  findSecondFactors,
  needsSecondFactor,
  openAppEnrolment,
  removeApp,
  removeOwnPasskey,
  renewRecoveryCodes,
  resetSecondFactors,
} from '../../../server/access/second-factor/index.ts'
import { beginRegistration, finishRegistration } from '../../../server/access/passkeys/index.ts'
import { createSeal } from '../../../server/access/sealing/index.ts'
import type { StaffActor } from '../../../server/kernel/roles.ts'
import { ORIGIN, softwareKey } from '../../support/software-key.ts'
import { createWorld, OPERATOR, type World } from '../access-world.ts'

let world: World
let karim: StaffActor

beforeEach(async () => {
  world = await createWorld()
  karim = world.trainer
})

const nothing = () => Promise.resolve()
const code = (secret: string, seconds = 0): string =>
  new TOTP({ secret }).generate({ timestamp: world.clock.now().getTime() + seconds * 1000 })
const check = (typed: string, actor = karim) =>
  checkCode(world.deps, { accountId: actor.accountId, code: typed })
const REFUSED = { code: 'code-refused' }

async function enrol(actor = karim) {
  await beginAppEnrolment(world.deps, actor)
  const { secret } = (await openAppEnrolment(world.deps, actor)) ?? { secret: '' }
  const codes = await confirmAppEnrolment(world.deps, actor, { code: code(secret), alongside: nothing })
  world.wait({ minutes: 1 })
  return { secret, codes }
}

describe('adding an app', () => {
  test('takes effect with its first code, and gives ten recovery codes once', async () => {
    await beginAppEnrolment(world.deps, karim)
    const enrolment = await openAppEnrolment(world.deps, karim)
    expect(enrolment?.uri).toMatch(/^otpauth:\/\/totp\/Passerelle:karim%40exemple\.fr\?/)
    expect(enrolment?.uri).toContain(`secret=${enrolment?.secret ?? ''}`)
    expect((await findSecondFactors(world.db, karim.accountId)).appSince).toBeNull()
    const input = { code: code(enrolment?.secret ?? ''), alongside: nothing }
    const codes = await confirmAppEnrolment(world.deps, karim, input)
    expect(codes).toHaveLength(10)
    expect(new Set(codes).size).toBe(10)
    expect(await findSecondFactors(world.db, karim.accountId)).toMatchObject({
      appSince: '2026-06-30T08:00:00Z',
      recoveryCodesLeft: 10,
    })
    expect(await openAppEnrolment(world.deps, karim)).toBeUndefined()
  })

  test('a wrong first code changes nothing', async () => {
    await beginAppEnrolment(world.deps, karim)
    const input = { code: '000000', alongside: nothing }
    await expect(confirmAppEnrolment(world.deps, karim, input)).rejects.toMatchObject(REFUSED)
    expect((await findSecondFactors(world.db, karim.accountId)).appSince).toBeNull()
  })

  test('without having begun there is nothing to confirm', async () => {
    const input = { code: '123456', alongside: nothing }
    await expect(confirmAppEnrolment(world.deps, karim, input)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('another app takes the place of the first at its own first code, not before; recovery codes stay', async () => {
    const { secret: former } = await enrol()
    await beginAppEnrolment(world.deps, karim)
    const { secret = '' } = (await openAppEnrolment(world.deps, karim)) ?? {}
    await check(code(former))
    world.wait({ minutes: 1 })
    const codes = await confirmAppEnrolment(world.deps, karim, { code: code(secret), alongside: nothing })
    expect(codes).toEqual([])
    world.wait({ minutes: 1 })
    await expect(check(code(former))).rejects.toMatchObject(REFUSED)
    await check(code(secret))
  })

  test('the database keeps neither the secret nor a recovery code, and the trail neither', async () => {
    const { secret, codes } = await enrol()
    const tables = ['totp_secrets', 'recovery_codes', 'audit_events']
    const kept = JSON.stringify(await Promise.all(tables.map((table) => world.db(table))))
    expect(kept).not.toContain(secret)
    for (const one of codes) {
      expect(kept).not.toContain(one)
      expect(kept).not.toContain(one.replaceAll('-', ''))
    }
  })

  test('a secret moved to somebody else’s row opens nothing', async () => {
    const { secret } = await enrol()
    const row = await world.db<Record<string, unknown>>('totp_secrets').first()
    await world.db('totp_secrets').insert({ ...row, account_id: world.neighbour.accountId, last_step: null })
    await expect(check(code(secret), world.neighbour)).rejects.toMatchObject(REFUSED)
  })
})

describe('a code of the app', () => {
  test('of this moment, the one before or the one after is accepted; older and younger are not', async () => {
    const { secret } = await enrol()
    world.wait({ minutes: 10 })
    for (const seconds of [-60, 60]) await expect(check(code(secret, seconds))).rejects.toMatchObject(REFUSED)
    for (const seconds of [-30, 0, 30]) await expect(check(code(secret, seconds))).resolves.toBeUndefined()
  })

  test('works once, and none before it any more', async () => {
    const { secret } = await enrol()
    await check(code(secret))
    await expect(check(code(secret))).rejects.toMatchObject(REFUSED)
    await expect(check(code(secret, -30))).rejects.toMatchObject(REFUSED)
    await expect(check(code(secret, 30))).resolves.toBeUndefined()
  })

  test('sent twice at the same moment, one of the two is refused', async () => {
    const { secret } = await enrol()
    const outcomes = await Promise.allSettled([check(code(secret)), check(code(secret))])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('the code that confirmed the app does not sign in as well', async () => {
    await beginAppEnrolment(world.deps, karim)
    const { secret } = (await openAppEnrolment(world.deps, karim)) ?? { secret: '' }
    await confirmAppEnrolment(world.deps, karim, { code: code(secret), alongside: nothing })
    await expect(check(code(secret))).rejects.toMatchObject(REFUSED)
  })

  test('may be written with a space', async () => {
    const { secret } = await enrol()
    const digits = code(secret)
    await expect(check(`${digits.slice(0, 3)} ${digits.slice(3)}`)).resolves.toBeUndefined()
  })

  test.each(['', 'abcdef', '12345', '1234567', '١٢٣٤٥٦', '-12345', '0x1234'])(
    'what is none is refused: %j',
    async (typed) => {
      await enrol()
      await expect(check(typed)).rejects.toMatchObject(REFUSED)
    },
  )

  test('of somebody else’s app is refused', async () => {
    await enrol()
    const { secret } = await enrol(world.neighbour)
    await expect(check(code(secret))).rejects.toMatchObject(REFUSED)
  })
})

describe('guessing', () => {
  test('after ten tries in a row there is a pause of a quarter of an hour, from wherever they come', async () => {
    const { secret } = await enrol()
    world.wait({ minutes: 20 })
    for (let guess = 1; guess <= 10; guess += 1) await expect(check('000000')).rejects.toMatchObject(REFUSED)
    await expect(check(code(secret))).rejects.toMatchObject({ code: 'too-many-requests' })
    world.wait({ minutes: 16 })
    await expect(check(code(secret))).resolves.toBeUndefined()
  })

  test('of a hundred that arrive at once, ten at most are looked at', async () => {
    await enrol()
    world.wait({ minutes: 20 })
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => check('000000')))
    const looked = outcomes.filter(
      (one) => one.status === 'rejected' && (one.reason as { code?: string }).code === 'code-refused',
    )
    expect(looked.length).toBeLessThanOrEqual(10)
  })

  test('tries made during the pause do not make it longer', async () => {
    const { secret } = await enrol()
    world.wait({ minutes: 20 })
    for (let guess = 1; guess <= 10; guess += 1) await check('000000').catch(() => undefined)
    world.wait({ minutes: 14 })
    for (let guess = 1; guess <= 20; guess += 1) await check('000000').catch(() => undefined)
    world.wait({ minutes: 2 })
    await expect(check(code(secret))).resolves.toBeUndefined()
  })
})

describe('a recovery code', () => {
  test('works once, however it is written', async () => {
    const { codes } = await enrol()
    const [first = '', second = ''] = codes
    await check(first.toLowerCase().replaceAll('-', ' '))
    await expect(check(first)).rejects.toMatchObject(REFUSED)
    await check(second)
    expect((await findSecondFactors(world.db, karim.accountId)).recoveryCodesLeft).toBe(8)
  })

  test('opens nobody else’s account', async () => {
    const { codes } = await enrol()
    await enrol(world.neighbour)
    await expect(check(codes[0] ?? '', world.neighbour)).rejects.toMatchObject(REFUSED)
  })

  test('of before stops working when ten new ones are made', async () => {
    const { codes } = await enrol()
    const renewed = await world.db.transaction((trx) => renewRecoveryCodes(world.deps, trx, karim))
    await expect(check(codes[0] ?? '')).rejects.toMatchObject(REFUSED)
    await check(renewed[0] ?? '')
  })
})

describe('taking it away', () => {
  test('the app’s codes and the recovery codes open nothing any more', async () => {
    const { secret, codes } = await enrol()
    await removeApp(world.deps, karim)
    await expect(check(code(secret))).rejects.toMatchObject(REFUSED)
    await expect(check(codes[0] ?? '')).rejects.toMatchObject(REFUSED)
    await expect(removeApp(world.deps, karim)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('the last one of somebody who needs one stays, with its codes', async () => {
    const { secret } = await enrol()
    const strict = { ...world.deps, secondFactorPolicy: 'everybody' as const }
    await expect(removeApp(strict, karim)).rejects.toMatchObject({
      code: 'invalid-input',
      problems: [{ message: 'fields.lastSecondFactor' }],
    })
    await expect(check(code(secret))).resolves.toBeUndefined()
    expect((await findSecondFactors(world.db, karim.accountId)).recoveryCodesLeft).toBe(10)
  })

  test('somebody who lost everything has nothing left, and the trail says what it was', async () => {
    const { secret } = await enrol()
    const { accountId } = karim
    const at = world.clock.now()
    const had = await world.db.transaction((trx) => resetSecondFactors(trx, OPERATOR, { accountId, at }))
    expect(had).toEqual({ app: true, passkeys: 0 })
    await expect(check(code(secret))).rejects.toMatchObject(REFUSED)
    const [event] = await world.db<{ action: string; details: string }>('audit_events').where({
      action: 'second-factor.reset',
    })
    expect(JSON.parse(event?.details ?? '')).toEqual({ app: true, passkeys: 0 })
  })
})

test.each([
  ['optional', []],
  ['admins', ['admin']],
  ['coordinators', ['admin', 'coordinator']],
  ['everybody', ['admin', 'coordinator', 'trainer']],
] as const)('the rule « %s » asks it of %j', (policy, asked) => {
  const people = { admin: world.admin, coordinator: world.coordinator, trainer: world.trainer }
  const needing = Object.entries(people).filter(([, person]) => needsSecondFactor(policy, person))
  expect(needing.map(([name]) => name)).toEqual(asked)
})

describe('a seal', () => {
  const seal = createSeal(new Uint8Array(32).fill(1))

  test('opens what it closed, where it belongs', () => {
    const closed = seal.close('été', 'here')
    expect(seal.open(closed, 'here')).toBe('été')
    expect(seal.open(closed, 'there')).toBeUndefined()
    expect(createSeal(new Uint8Array(32).fill(2)).open(closed, 'here')).toBeUndefined()
    expect(seal.close('été', 'here')).not.toBe(closed)
  })

  test.each(['', 'x', 'AAAA', '!!!', 'A'.repeat(38), 'A'.repeat(60)])('does not open %j', (text) => {
    expect(seal.open(text, 'here')).toBeUndefined()
  })

  test('does not open what was changed by one bit', () => {
    const bytes = Buffer.from(seal.close('secret', 'here'), 'base64url')
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(seal.open(changed.toString('base64url'), 'here')).toBeUndefined()
    }
  })
})

test('an app and a passkey taken away at the same moment leave one of the two, where one is needed', async () => {
  await enrol()
  const owner = { kind: 'account', id: karim.accountId } as const
  const browser = 'b'.repeat(43)
  const deps = { ...world.deps, publicUrl: ORIGIN, secondFactorPolicy: 'everybody' as const }
  const { challenge } = await beginRegistration(deps, { owner, browser, userName: 'x' })
  const answer = softwareKey().register(challenge)
  const { id } = await finishRegistration(deps, karim, { owner, browser, name: '', answer })
  const outcomes = await Promise.allSettled([removeApp(deps, karim), removeOwnPasskey(deps, karim, id)])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})
