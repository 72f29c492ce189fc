import { beforeEach, describe, expect, test } from 'vitest'
import {
  beginAuthentication,
  beginRegistration,
  finishAuthentication,
  finishRegistration,
  listPasskeys,
  relyingPartyOf,
  removePasskey,
  removePasskeysOf,
  type PasskeyOwner,
} from '../../../server/access/passkeys/index.ts'
import { userHandleOf } from '../../../server/access/passkeys/passkey.ts'
import type { LearnerId } from '../../../server/kernel/ids.ts'
import { ORIGIN, softwareKey, type Answering, type SoftwareKey } from '../../support/software-key.ts'
import { createWorld, OPERATOR, type World } from '../access-world.ts'

let world: World
let deps: World['deps']
let karim: PasskeyOwner
let anne: PasskeyOwner
const zoe: PasskeyOwner = { kind: 'learner', id: 'a-learner' as LearnerId }
const browser = 'b'.repeat(43)

beforeEach(async () => {
  world = await createWorld()
  deps = { ...world.deps, publicUrl: ORIGIN }
  karim = { kind: 'account', id: world.trainer.accountId }
  anne = { kind: 'account', id: world.neighbour.accountId }
})

const handleOf = (owner: PasskeyOwner): string => Buffer.from(userHandleOf(owner)).toString('base64url')

async function register(owner: PasskeyOwner, key: SoftwareKey, answering: Answering = {}) {
  const { challenge } = await beginRegistration(deps, { owner, browser, userName: 'x' })
  const answer = key.register(challenge, answering)
  return finishRegistration(deps, OPERATOR, { owner, browser, name: 'téléphone', answer })
}

/** Signs in with a key alone; the key says whose it is. */
async function signAlone(owner: PasskeyOwner, key: SoftwareKey, answering: Answering = {}) {
  const { challenge } = await beginAuthentication(deps, { browser, of: 'account' })
  const answer = key.sign(challenge, { userHandle: handleOf(owner), ...answering })
  return finishAuthentication(deps, { of: 'account', browser, answer })
}

const REFUSED = { code: 'passkey-refused' }

describe('making a passkey', () => {
  test('keeps what checks a signature, its name, and an event that names the key by its id alone', async () => {
    const made = await register(karim, softwareKey())
    expect(await listPasskeys(world.db, karim)).toMatchObject([
      { id: made.id, name: 'téléphone', lastUsedAt: null },
    ])
    const events = await world
      .db<{ action: string; details: string }>('audit_events')
      .where({ action: 'passkey.added' })
    expect(events.map(({ details }) => details)).toEqual([JSON.stringify({ passkeyId: made.id })])
  })

  test('somebody may have several, and the device is told which it has already', async () => {
    const key = softwareKey()
    await register(karim, key)
    await register(karim, softwareKey())
    const { excludeCredentials } = await beginRegistration(deps, { owner: karim, browser, userName: 'x' })
    expect(excludeCredentials?.map(({ id }) => id)).toContain(key.credentialId)
    expect(excludeCredentials).toHaveLength(2)
  })

  test('says nothing about its owner in the user handle but a kind and a random id', async () => {
    const { user } = await beginRegistration(deps, { owner: karim, browser, userName: 'karim@exemple.fr' })
    expect(Buffer.from(user.id, 'base64url').toString()).toBe(`account:${karim.id}`)
  })

  test('a young person’s key must recognise its owner and be found without a name; a staff key may be a plain one', async () => {
    const { authenticatorSelection: young } = await beginRegistration(deps, {
      owner: zoe,
      browser,
      userName: 'Z',
    })
    expect(young).toMatchObject({ residentKey: 'required', userVerification: 'required' })
    const { authenticatorSelection: staff } = await beginRegistration(deps, {
      owner: karim,
      browser,
      userName: 'x',
    })
    expect(staff).toMatchObject({ residentKey: 'preferred', userVerification: 'preferred' })
    await expect(register(zoe, softwareKey(), { verified: false })).rejects.toMatchObject(REFUSED)
    await expect(register(karim, softwareKey(), { verified: false })).resolves.toBeDefined()
  })

  test.each<[string, Answering]>([
    ['made for another site', { origin: 'https://passerelle.evil' }],
    ['made for another domain', { rpId: 'evil.test' }],
    ['that is a signature, not a new key', { type: 'webauthn.get' }],
  ])('refuses one %s', async (_what, answering) => {
    await expect(register(karim, softwareKey(), answering)).rejects.toMatchObject(REFUSED)
    expect(await listPasskeys(world.db, karim)).toEqual([])
  })

  test('refuses a challenge of somebody else, of another browser, used, too old or made up', async () => {
    const key = softwareKey()
    const begin = async () =>
      (await beginRegistration(deps, { owner: karim, browser, userName: 'x' })).challenge
    const finish = (challenge: string, more: { owner?: PasskeyOwner; browser?: string } = {}) =>
      finishRegistration(deps, OPERATOR, {
        owner: karim,
        browser,
        name: '',
        answer: key.register(challenge),
        ...more,
      })
    await expect(finish(await begin(), { owner: anne })).rejects.toMatchObject(REFUSED)
    await expect(finish(await begin(), { browser: 'c'.repeat(43) })).rejects.toMatchObject(REFUSED)
    await expect(finish('bWFkZS11cA')).rejects.toMatchObject(REFUSED)
    const late = await begin()
    world.wait({ minutes: 11 })
    await expect(finish(late)).rejects.toMatchObject(REFUSED)
    const once = await begin()
    await finish(once)
    await expect(finish(once)).rejects.toMatchObject(REFUSED)
  })

  test('refuses a key that somebody has already, also somebody else’s', async () => {
    const key = softwareKey()
    await register(karim, key)
    await expect(register(karim, key)).rejects.toMatchObject(REFUSED)
    await expect(register(anne, key)).rejects.toMatchObject(REFUSED)
  })

  test.each([undefined, null, 'x', {}, { id: 1 }, { id: 'a', rawId: 'a', type: 'public-key', response: {} }])(
    'refuses what is no answer at all: %j',
    async (answer) => {
      const input = { owner: karim, browser, name: '', answer }
      await expect(finishRegistration(deps, OPERATOR, input)).rejects.toMatchObject(REFUSED)
      await expect(finishAuthentication(deps, { of: 'account', browser, answer })).rejects.toMatchObject(
        REFUSED,
      )
    },
  )

  test('keeps nothing when what belongs to it fails', async () => {
    const { challenge } = await beginRegistration(deps, { owner: karim, browser, userName: 'x' })
    const answer = softwareKey().register(challenge)
    const alongside = () => Promise.reject(new Error('no'))
    const input = { owner: karim, browser, name: '', answer, alongside }
    await expect(finishRegistration(deps, OPERATOR, input)).rejects.toThrow('no')
    expect(await listPasskeys(world.db, karim)).toEqual([])
  })
})

describe('signing with a passkey', () => {
  test('tells whose it is, and notes its use', async () => {
    const key = softwareKey()
    const { id } = await register(karim, key)
    expect(await signAlone(karim, key)).toEqual({ owner: karim, passkeyId: id })
    expect(await listPasskeys(world.db, karim)).toMatchObject([{ lastUsedAt: '2026-06-30T08:00:00Z' }])
  })

  test('works for keys that keep no count, again and again', async () => {
    const key = softwareKey({ counts: false })
    await register(karim, key)
    await signAlone(karim, key)
    await expect(signAlone(karim, key)).resolves.toBeDefined()
  })

  test('refuses a copy of a key, whose counter runs behind', async () => {
    const key = softwareKey()
    await register(karim, key)
    await signAlone(karim, key)
    key.counter = 0
    await expect(signAlone(karim, key)).rejects.toMatchObject(REFUSED)
  })

  test.each<[string, Answering]>([
    ['did not recognise its owner', { verified: false }],
    ['was asked by another site', { origin: 'https://passerelle.evil' }],
    ['signed for another domain', { rpId: 'evil.test' }],
    ['does not say whose it is', { userHandle: null }],
    ['says it is somebody else’s', { userHandle: Buffer.from('account:nobody').toString('base64url') }],
    ['made a new key instead', { type: 'webauthn.create' }],
  ])('alone, refuses one that %s', async (_what, answering) => {
    const key = softwareKey()
    await register(karim, key)
    await expect(signAlone(karim, key, answering)).rejects.toMatchObject(REFUSED)
  })

  test('refuses a signature under the name of somebody else’s key', async () => {
    const [own, other] = [softwareKey(), softwareKey()]
    await register(karim, own)
    await register(anne, other)
    const answering = { credentialId: other.credentialId }
    await expect(signAlone(anne, own, answering)).rejects.toMatchObject(REFUSED)
  })

  test('as second factor a touch is enough, of one of this person’s keys only', async () => {
    const [own, other] = [softwareKey(), softwareKey()]
    await register(karim, own)
    await register(anne, other)
    const begin = () => beginAuthentication(deps, { browser, of: karim })
    const options = await begin()
    expect(options.allowCredentials?.map(({ id }) => id)).toEqual([own.credentialId])
    const touch = { verified: false }
    await expect(
      finishAuthentication(deps, { of: karim, browser, answer: own.sign(options.challenge, touch) }),
    ).resolves.toMatchObject({ owner: karim })
    const { challenge } = await begin()
    await expect(
      finishAuthentication(deps, { of: karim, browser, answer: other.sign(challenge) }),
    ).rejects.toMatchObject(REFUSED)
  })

  test('refuses a challenge of another browser, used, or too old', async () => {
    const key = softwareKey()
    await register(karim, key)
    const begin = async () => (await beginAuthentication(deps, { browser, of: 'account' })).challenge
    const answer = (challenge: string) => key.sign(challenge, { userHandle: handleOf(karim) })
    const elsewhere = { of: 'account' as const, browser: 'c'.repeat(43), answer: answer(await begin()) }
    await expect(finishAuthentication(deps, elsewhere)).rejects.toMatchObject(REFUSED)
    const late = answer(await begin())
    world.wait({ minutes: 11 })
    await expect(finishAuthentication(deps, { of: 'account', browser, answer: late })).rejects.toMatchObject(
      REFUSED,
    )
    const once = answer(await begin())
    await finishAuthentication(deps, { of: 'account', browser, answer: once })
    await expect(finishAuthentication(deps, { of: 'account', browser, answer: once })).rejects.toMatchObject(
      REFUSED,
    )
  })

  test('a young person’s key does not open the door of staff, nor the other way round', async () => {
    const [young, staff] = [softwareKey(), softwareKey()]
    await register(zoe, young)
    await register(karim, staff)
    await expect(signAlone(zoe, young)).rejects.toMatchObject(REFUSED)
    const { challenge } = await beginAuthentication(deps, { browser, of: 'learner' })
    const answer = staff.sign(challenge, { userHandle: handleOf(karim) })
    await expect(finishAuthentication(deps, { of: 'learner', browser, answer })).rejects.toMatchObject(
      REFUSED,
    )
  })

  test('a challenge of the second step opens nothing by itself, nor the other way round', async () => {
    const key = softwareKey()
    await register(karim, key)
    const step = await beginAuthentication(deps, { browser, of: karim })
    const alone = {
      of: 'account' as const,
      browser,
      answer: key.sign(step.challenge, { userHandle: handleOf(karim) }),
    }
    await expect(finishAuthentication(deps, alone)).rejects.toMatchObject(REFUSED)
    const { challenge } = await beginAuthentication(deps, { browser, of: 'account' })
    const second = { of: karim, browser, answer: key.sign(challenge, { userHandle: handleOf(karim) }) }
    await expect(finishAuthentication(deps, second)).rejects.toMatchObject(REFUSED)
  })

  test('a challenge to sign is no challenge to make a key', async () => {
    const key = softwareKey()
    const { challenge } = await beginAuthentication(deps, { browser, of: karim })
    const input = { owner: karim, browser, name: '', answer: key.register(challenge) }
    await expect(finishRegistration(deps, OPERATOR, input)).rejects.toMatchObject(REFUSED)
  })

  test('the database keeps no challenge and no browser in the clear', async () => {
    const { challenge } = await beginAuthentication(deps, { browser, of: 'account' })
    const rows = JSON.stringify(await world.db('passkey_challenges'))
    expect(rows).not.toContain(challenge)
    expect(rows).not.toContain(browser)
  })
})

describe('taking a passkey away', () => {
  test('it opens nothing any more; the others go on', async () => {
    const [first, second] = [softwareKey(), softwareKey()]
    const { id } = await register(karim, first)
    await register(karim, second)
    const at = world.clock.now()
    await world.db.transaction((trx) => removePasskey(trx, OPERATOR, { owner: karim, id, at }))
    await expect(signAlone(karim, first)).rejects.toMatchObject(REFUSED)
    await expect(signAlone(karim, second)).resolves.toBeDefined()
  })

  test('somebody else’s is not found, and stays', async () => {
    const { id } = await register(karim, softwareKey())
    const at = world.clock.now()
    const remove = world.db.transaction((trx) => removePasskey(trx, OPERATOR, { owner: anne, id, at }))
    await expect(remove).rejects.toMatchObject({ code: 'not-found' })
    expect(await listPasskeys(world.db, karim)).toHaveLength(1)
  })

  test('all at once, of one owner', async () => {
    await register(karim, softwareKey())
    await register(karim, softwareKey())
    await register(anne, softwareKey())
    const at = world.clock.now()
    expect(await world.db.transaction((trx) => removePasskeysOf(trx, OPERATOR, { owner: karim, at }))).toBe(2)
    expect(await listPasskeys(world.db, karim)).toEqual([])
    expect(await listPasskeys(world.db, anne)).toHaveLength(1)
  })
})

test.each([
  ['https://passeport.exemple.fr', { id: 'passeport.exemple.fr', origin: 'https://passeport.exemple.fr' }],
  ['http://localhost:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
  ['http://passeport.exemple.fr', undefined],
  ['http://127.0.0.1:3000', undefined],
  ['https://192.0.2.7', undefined],
  ['https://[2001:db8::7]', undefined],
])('at %s the keys are for %j', async (publicUrl, party) => {
  expect(relyingPartyOf(publicUrl)).toEqual(party)
  const begin = beginAuthentication({ ...deps, publicUrl }, { browser, of: 'account' })
  if (party === undefined) await expect(begin).rejects.toMatchObject({ code: 'passkeys-unavailable' })
  else expect((await begin).rpId).toBe(party.id)
})
