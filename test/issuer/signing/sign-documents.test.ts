import { describe, expect, it } from 'vitest'
import { signDocuments, type SigningJob } from '../../../server/issuer/signing/index.ts'
import { didKeyDocument, didKeyOf, generateKeyPair, verificationMethodOf } from '../../../server/vc/index.ts'

async function aKey() {
  const pair = await generateKeyPair()
  const did = didKeyOf(pair.publicKeyMultibase)
  const verificationMethod = verificationMethodOf(did, pair.publicKeyMultibase)
  return { ...pair, did, verificationMethod, keyId: pair.publicKeyMultibase }
}
type Key = Awaited<ReturnType<typeof aKey>>

const credential = (issuer: string, more: object = {}) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer,
  validFrom: '2026-07-01T00:00:00Z',
  credentialSubject: { id: 'urn:uuid:0b1de5b1-8a5a-4a3f-9f5f-0f6a1f0ec3a1' },
  ...more,
})

function job(key: Key, documents: readonly (object | string)[], more: Partial<SigningJob> = {}): SigningJob {
  return {
    now: '2026-07-03T09:00:00.000Z',
    keys: [key],
    didDocuments: [didKeyDocument(key.did)],
    documents: documents.map((document, at) => ({
      id: String(at),
      unsigned: typeof document === 'string' ? document : JSON.stringify(document),
    })),
    ...more,
  }
}

describe('signing a job', () => {
  it('signs each document as it is', async () => {
    const key = await aKey()
    const unsigned = credential(key.did)
    const [outcome] = await signDocuments(job(key, [unsigned]))
    expect(outcome).toMatchObject({ id: '0', keyId: key.keyId })
    const { proof, ...content } = JSON.parse(outcome?.signed ?? '') as { proof: object }
    expect(content).toEqual(unsigned)
    expect(proof).toMatchObject([
      {
        cryptosuite: 'eddsa-rdfc-2022',
        verificationMethod: key.verificationMethod,
      },
    ])
  })

  it('says why one was refused and signs the others', async () => {
    const key = await aKey()
    const outcomes = await signDocuments(
      job(key, [
        credential('did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'),
        credential(key.did, { credentialSubject: [] }),
        credential(key.did, { undefinedTerm: 'lost when signed' }),
        credential(key.did, { proof: { type: 'DataIntegrityProof' } }),
        '[]',
        '{',
        credential(key.did),
      ]),
    )
    expect(outcomes.map((outcome) => (outcome.signed === undefined ? outcome.failure : 'signed'))).toEqual([
      'key-missing',
      'schema-mismatch',
      'schema-mismatch',
      'schema-mismatch',
      'schema-mismatch',
      'unexpected',
      'signed',
    ])
  })

  it('does not accept its own signature when the world would not: a key that is not in the DID document', async () => {
    const [key, published] = [await aKey(), await aKey()]
    const document = { ...didKeyDocument(published.did), id: key.did }
    const [outcome] = await signDocuments(job(key, [credential(key.did)], { didDocuments: [document] }))
    expect(outcome).toMatchObject({ failure: 'signature-check-failed' })
  })

  it('does not accept its own signature when private and public key are not a pair', async () => {
    const [key, other] = [await aKey(), await aKey()]
    const mixed = { ...key, secretKeyMultibase: other.secretKeyMultibase }
    const [outcome] = await signDocuments(job(mixed, [credential(key.did)]))
    expect(outcome?.signed).toBeUndefined()
    expect(JSON.stringify(outcome)).not.toContain(other.secretKeyMultibase)
  })
})
