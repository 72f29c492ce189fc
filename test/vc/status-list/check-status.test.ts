import { describe, expect, test } from 'vitest'
import { readStatusEntries, verifyCredential } from '../../../server/vc/index.ts'
import type { JsonObject } from '../../../server/vc/index.ts'
import {
  LIST_URL,
  STATUS_INDEX,
  changed,
  codeOf,
  competence,
  newKey,
  serving,
  sign,
  signCarelessly,
  statusEntry,
  statusList,
  verifyOptions,
} from '../builders.ts'

const key = await newKey()
const signed = await sign(competence(key.did, { credentialStatus: statusEntry() }), key)
const clear = await statusList(key)

async function outcome(list: JsonObject, credential = signed): Promise<[string, string | undefined]> {
  const { verdict, checks } = await verifyCredential(credential, verifyOptions(serving(list)))
  return [verdict, codeOf(checks, 'status')]
}

describe('the status of a credential', () => {
  test('is asked for, and clear', async () => {
    expect(await outcome(clear)).toEqual(['verified', 'ok'])
    expect(await outcome(await statusList(key, { set: [STATUS_INDEX - 1, STATUS_INDEX + 1] }))).toEqual([
      'verified',
      'ok',
    ])
  })

  test('is revoked although the signature is good', async () => {
    expect(await outcome(await statusList(key, { set: [STATUS_INDEX] }))).toEqual(['revoked', 'revoked'])
  })

  test('is suspended by a list that says so', async () => {
    const credential = await sign(
      competence(key.did, { credentialStatus: statusEntry({ statusPurpose: 'suspension' }) }),
      key,
    )
    const list = await statusList(key, { set: [STATUS_INDEX], purpose: 'suspension' })
    expect(await outcome(list, credential)).toEqual(['suspended', 'suspended'])
  })

  test('is looked up in each of its lists', async () => {
    const url = 'https://passerelle.example/status/2'
    const entries = [
      statusEntry(),
      statusEntry({ id: `${url}#1`, statusListCredential: url, statusPurpose: 'suspension' }),
    ]
    const credential = await sign(competence(key.did, { credentialStatus: entries }), key)
    const suspended = await statusList(key, {
      set: [STATUS_INDEX],
      purpose: 'suspension',
      changes: { id: url },
    })
    const { verdict } = await verifyCredential(
      credential,
      verifyOptions({ loadStatusList: (asked) => Promise.resolve(asked === url ? suspended : clear) }),
    )
    expect(verdict).toBe('suspended')
  })

  test('that cannot be asked for now leaves the verdict open', async () => {
    const { verdict, checks } = await verifyCredential(signed, verifyOptions())
    expect(verdict).toBe('unverifiable-now')
    expect(codeOf(checks, 'status')).toBe('status-list-unreachable')
  })

  test('of a kind we do not know is no pass', async () => {
    const status = { id: 'https://other.example/revoked', type: 'BitstringStatusList' }
    expect(readStatusEntries({ credentialStatus: status })[0]?.kind).toBe('unsupported')
    const credential = await sign(competence(key.did, { credentialStatus: status }), key)
    expect(await outcome(clear, credential)).toEqual(['unverifiable-now', 'status-unsupported'])
  })
})

describe('a status list that must not be believed', () => {
  test('is of another issuer', async () => {
    const other = await newKey()
    expect(await outcome(await statusList(other))).toEqual(['unverifiable-now', 'status-list-mismatch'])
  })

  test('is forged', async () => {
    const revoked = await statusList(key, { set: [STATUS_INDEX] })
    const forged = { ...revoked, credentialSubject: clear.credentialSubject ?? {} }
    expect(await outcome(forged)).toEqual(['unverifiable-now', 'status-list-not-authentic'])
    const { proof: _proof, ...unsigned } = clear
    expect(await outcome(unsigned)).toEqual(['unverifiable-now', 'status-list-not-authentic'])
  })

  test('is about something else', async () => {
    expect(await outcome(await statusList(key, { purpose: 'suspension' }))).toEqual([
      'unverifiable-now',
      'status-list-mismatch',
    ])
  })

  test('is too old, or not valid yet', async () => {
    for (const changes of [{ validUntil: '2026-06-30T00:00:00Z' }, { validFrom: '2026-07-02T00:00:00Z' }]) {
      expect(await outcome(await statusList(key, { changes }))).toEqual([
        'unverifiable-now',
        'status-list-invalid',
      ])
    }
  })

  test('was published for another address', async () => {
    expect(await outcome(await statusList(key, { changes: { id: `${LIST_URL}0` } }))).toEqual([
      'unverifiable-now',
      'status-list-invalid',
    ])
  })

  test('is shorter than the minimum, or unreadable, or no list at all', async () => {
    const subject = clear.credentialSubject as JsonObject
    for (const encodedList of ['uH4sIAAAAAAAAA2NgAAACAAEAAAD__w', 'uAAAA', 5]) {
      const list = await signCarelessly(
        changed(clear, ['credentialSubject'], { ...subject, encodedList }),
        key,
      )
      const { proof } = list
      const asSigned = { ...list, proof: Array.isArray(proof) ? (proof.at(-1) ?? null) : (proof ?? null) }
      expect((await outcome(asSigned))[0]).toBe('unverifiable-now')
    }
    expect(await outcome(await sign(competence(key.did), key))).toEqual([
      'unverifiable-now',
      'status-list-invalid',
    ])
    expect((await outcome([] as unknown as JsonObject))[0]).toBe('unverifiable-now')
  })

  test('does not reach to the entry', async () => {
    const credential = await sign(
      competence(key.did, { credentialStatus: statusEntry({ statusListIndex: '131072' }) }),
      key,
    )
    expect(await outcome(clear, credential)).toEqual(['unverifiable-now', 'status-index-out-of-range'])
  })
})

describe('a status entry', () => {
  test.each([
    ['6xyz', 'statusListIndex', '6xyz'],
    ['a number instead of a text', 'statusListIndex', 6],
    ['a negative index', 'statusListIndex', '-1'],
    ['a fraction', 'statusListIndex', '1.5'],
    ['a hexadecimal index', 'statusListIndex', '0x10'],
    ['an empty index', 'statusListIndex', ''],
    ['an index with a space', 'statusListIndex', ' 6'],
    ['no purpose', 'statusPurpose', ''],
    ['a list that is no URL', 'statusListCredential', 'list 1'],
  ])('with %s is refused, signed or not', async (_name, member, value) => {
    const unsigned = competence(key.did, { credentialStatus: statusEntry({ [member]: value }) })
    await expect(sign(unsigned, key)).rejects.toThrow('status-entry-invalid')
    const [verdict] = await outcome(clear, await signCarelessly(unsigned, key).catch(() => unsigned))
    expect(verdict).toBe('not-authentic')
  })
})
