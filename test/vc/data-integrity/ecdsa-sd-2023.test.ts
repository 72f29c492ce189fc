import { describe, expect, test } from 'vitest'
import { deriveCredential, issueCredential, verifyCredential } from '../../../server/vc/index.ts'
import type { JsonObject, VcError } from '../../../server/vc/index.ts'
import { NOW, changed, codeOf, competence, newKey, sign, statusEntry, verifyOptions } from '../builders.ts'

const key = await newKey(undefined, 'P-256')
const { documentLoader } = verifyOptions()
const ends = { validUntil: '2027-01-01T00:00:00Z' }
const issue = (unsigned: JsonObject, mandatoryPointers: string[] = []) =>
  issueCredential(unsigned, key, { now: NOW, cryptosuite: 'ecdsa-sd-2023', mandatoryPointers })
const base = await issue(competence(key.did, ends), ['/credentialSubject/achievement/name'])
const derive = (selectivePointers: string[], signed = base) =>
  deriveCredential(signed, { selectivePointers, documentLoader })
const verify = (document: JsonObject) => verifyCredential(document, verifyOptions())
const refusal = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error as VcError).reason,
  )

describe('a credential made for selective disclosure', () => {
  test('shows what the issuer made mandatory, what the holder chose, and nothing else', async () => {
    const shown = await derive(['/credentialSubject/name'])
    expect((await verify(shown)).verdict).toBe('verified')
    expect(shown).toMatchObject({
      id: base.id,
      type: base.type,
      validUntil: ends.validUntil,
      credentialSubject: { name: 'Inès Martin', achievement: { name: 'Travailler en équipe' } },
    })
    for (const hidden of ['evidence', 'awardedDate', 'name']) expect(shown).not.toHaveProperty(hidden)
    expect(shown).not.toHaveProperty(['credentialSubject', 'result'])
    expect(JSON.stringify(shown)).not.toContain('A aidé une collègue')
  })

  test('may show the mandatory part alone, a whole branch, or an item of a list', async () => {
    for (const pointers of [
      [],
      ['/credentialSubject'],
      ['/evidence'],
      ['/credentialSubject/achievement/resultDescription/0/name'],
    ]) {
      expect([pointers, (await verify(await derive(pointers))).verdict]).toEqual([pointers, 'verified'])
    }
  })

  test('has one proof in a list, like every credential of ours', async () => {
    for (const document of [base, await derive([])]) {
      expect(document.proof).toEqual([expect.objectContaining({ cryptosuite: 'ecdsa-sd-2023' })])
    }
  })

  test('leaves the document it was given as it was', async () => {
    const before = structuredClone(base)
    await derive(['/credentialSubject/name'])
    expect(base).toEqual(before)
  })

  test('cannot be shown without its end, its status and its issuer, whatever the issuer asked for', async () => {
    const revocable = await issue(competence(key.did, { ...ends, credentialStatus: statusEntry() }))
    const shown = await derive(['/credentialSubject/name'], revocable)
    expect(shown).toMatchObject({
      issuer: base.issuer,
      ...ends,
      validFrom: base.validFrom,
      credentialStatus: statusEntry(),
    })
    expect((await verify(shown)).verdict).toBe('unverifiable-now')
    for (const name of ['validUntil', 'credentialStatus']) {
      const without = changed(shown, [name], undefined)
      expect([name, (await verify(without)).verdict]).toEqual([name, 'not-authentic'])
    }
  })
})

describe('a disclosure is refused', () => {
  test('when it is the base proof: that one is for the holder alone', async () => {
    const { verdict, checks } = await verify(base)
    expect(verdict).toBe('unverifiable-now')
    expect(codeOf(checks, 'proof')).toBe('base-proof-presented')
  })

  test.each([
    ['a claim is another one', ['credentialSubject', 'name'], 'Inès Martim'],
    ['a mandatory claim is another one', ['validUntil'], '2028-01-01T00:00:00Z'],
    ['a claim is gone', ['credentialSubject', 'name'], undefined],
    ['a claim was added', ['name'], 'Travailler en équipe'],
    ['the proof has another date', ['proof', 0, 'created'], '2026-07-01T10:00:01Z'],
    ['its value is cut off', ['proof', 0, 'proofValue'], `u2V0B${'A'.repeat(200)}`],
  ])('when %s', async (_name, path, value) => {
    const shown = changed(await derive(['/credentialSubject/name']), path, value)
    const { verdict, checks } = await verify(shown)
    expect(verdict).toBe('not-authentic')
    expect(codeOf(checks, 'proof')).toBe('signature-invalid')
  })

  test('when its value belongs to another suite', async () => {
    const shown = await derive(['/credentialSubject/name'])
    for (const cryptosuite of ['ecdsa-rdfc-2019', 'eddsa-rdfc-2022']) {
      const renamed = changed(shown, ['proof', 0, 'cryptosuite'], cryptosuite)
      expect(codeOf((await verify(renamed)).checks, 'proof')).toBe('proof-invalid')
    }
    const plain = await sign(competence(key.did), key)
    const dressed = changed(plain, ['proof', 0, 'cryptosuite'], 'ecdsa-sd-2023')
    expect(codeOf((await verify(dressed)).checks, 'proof')).toBe('proof-invalid')
  })

  test('when another key is said to have signed it', async () => {
    const other = await newKey(undefined, 'P-256')
    const shown = changed(await derive(['/credentialSubject/name']), ['issuer', 'id'], other.did)
    const moved = changed(shown, ['proof', 0, 'verificationMethod'], other.verificationMethod)
    expect((await verify(moved)).verdict).toBe('not-authentic')
  })

  test('when claims of two disclosures are put together under the proof of one', async () => {
    const [name, evidence] = [await derive(['/credentialSubject/name']), await derive(['/evidence'])]
    expect((await verify({ ...name, evidence: evidence.evidence ?? [] })).verdict).toBe('not-authentic')
  })
})

describe('nothing is derived', () => {
  test.each([
    '/nowhere',
    'credentialSubject',
    '',
    '/__proto__',
    '/__proto__/toString',
    '/constructor/prototype',
    '/credentialSubject/achievement/resultDescription/1',
    '/credentialSubject/achievement/resultDescription/0x',
    '/credentialSubject/achievement/resultDescription/00',
    '/credentialSubject/achievement/resultDescription/-',
    '/credentialSubject/~2',
  ])('by the pointer "%s", which names nothing in the document', async (pointer) => {
    expect(await refusal(derive([pointer]))).toBe('pointer-invalid')
    expect(await refusal(issue(competence(key.did), [pointer]))).toBe('pointer-invalid')
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('from a credential without a base proof, or from what was derived already', async () => {
    expect(await refusal(derive([], await sign(competence(key.did), key)))).toBe('not-derivable')
    expect(await refusal(derive([], await derive([])))).toBe('not-derivable')
    const [proof = {}] = base.proof as JsonObject[]
    expect(await refusal(derive([], { ...base, proof: [proof, proof] }))).toBe('not-derivable')
    expect(
      await refusal(derive([], { ...base, proof: { ...proof, proofValue: `u2V0A${'A'.repeat(200)}` } })),
    ).toBe('not-derivable')
  })

  test('that would not be a credential any more', async () => {
    const silent = await issue(competence(key.did))
    expect(await refusal(derive([], silent))).toBe('credential-invalid')
    expect(await refusal(derive([], {}))).toBe('credential-invalid')
  })
})
