import { afterEach, describe, expect, it } from 'vitest'
import { watchCanonicalisation, watchInThread } from '../../../server/issuer/signing/index.ts'
import {
  canonicalisationCounts,
  configureCanonicalisation,
  didKeyOf,
  generateKeyPair,
  issueCredential,
  verificationMethodOf,
  type CanonicalDifference,
} from '../../../server/vc/index.ts'

afterEach(() => configureCanonicalisation({}))

const DIFFERENCE: CanonicalDifference = { about: 'document', outcome: 'other-form', types: ['X'] }

async function signOne(): Promise<void> {
  const { publicKeyMultibase, secretKeyMultibase } = await generateKeyPair()
  const did = didKeyOf(publicKeyMultibase)
  const unsigned = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: did,
    credentialSubject: { id: 'urn:uuid:6b5b0f0e-3f0e-4f6e-9a54-6d8f4d1c9a10' },
    name: 'Équipe internationale',
  }
  const verificationMethod = verificationMethodOf(did, publicKeyMultibase)
  const key = { did, verificationMethod, publicKeyMultibase, secretKeyMultibase }
  await issueCredential(unsigned, key, { now: new Date('2026-07-03T09:00:00Z') })
}

describe('watching the compiled canonicaliser', () => {
  it('counts each comparison with the library, and hears no alarm while both agree', async () => {
    const alarms: CanonicalDifference[] = []
    const watch = watchCanonicalisation(1, (difference) => alarms.push(difference))
    await signOne()
    expect(canonicalisationCounts().sampled).toBeGreaterThan(0)
    expect(watch.counts()).toEqual({ same: canonicalisationCounts().sampled, different: 0 })
    expect(alarms).toEqual([])
  })

  it('compares nothing when told so', async () => {
    const watch = watchCanonicalisation(0, () => expect.fail('nothing was compared'))
    await signOne()
    expect(canonicalisationCounts().compiled).toBeGreaterThan(0)
    expect(watch.counts()).toEqual({ same: 0, different: 0 })
  })

  it('raises the alarm for what a signing thread saw', () => {
    const alarms: CanonicalDifference[] = []
    const watch = watchCanonicalisation(0, (difference) => alarms.push(difference))
    watch.hear({ sampled: 3, differences: [DIFFERENCE] })
    expect(alarms).toEqual([DIFFERENCE])
    expect(watch.counts()).toEqual({ same: 2, different: 1 })
  })

  it('takes along in each report of a thread only what is new', async () => {
    const report = watchInThread(1)
    await signOne()
    expect(report().sampled).toBeGreaterThan(0)
    expect(report()).toEqual({ sampled: 0, differences: [] })
  })
})
