import { generate as generateFixedPair } from '@digitalbazaar/ed25519-multikey'
import {
  compactKeyId,
  compactKeyX,
  packNames,
  signCompactProof,
  type CompactClaims,
  type CompactKey,
  type CompactTrust,
} from '../../../server/vc/compact-proof/index.ts'
import { generateKeyPair, signerOf } from '../../../server/vc/index.ts'

export const CODE = '7K3F9QXW2M4T'
export const NOW = new Date('2026-11-22T10:00:00Z')

export function claims(changes: Partial<CompactClaims> = {}): CompactClaims {
  return {
    code: CODE,
    name: 'Inès Benali-Carré',
    issued: '2026-11',
    stays: [{ country: 'DE', from: '2026-03', months: 3 }],
    skills: [1, 2, 3, 4, 5, 6].map((number) => ({ number, level: 3, of: 4, voice: 'attested' })),
    ...changes,
  }
}

/** A key of ours: its public entry in a trust list, and how it signs. */
export async function newCompactKey(changes: Partial<CompactKey> = {}) {
  return compactKey(await generateKeyPair(), changes)
}

/** The same key in every run, so that a proof has the same digits: its seed is 32 times a byte. */
export async function sameCompactKey() {
  const pair = await generateFixedPair({ seed: new Uint8Array(32).fill(7) })
  const { publicKeyMultibase, secretKeyMultibase = '' } = pair
  return compactKey({ publicKeyMultibase, secretKeyMultibase }, {})
}

async function compactKey(
  pair: { readonly publicKeyMultibase: string; readonly secretKeyMultibase: string },
  changes: Partial<CompactKey>,
) {
  const did = `did:key:${pair.publicKeyMultibase}`
  const sign = await signerOf({ ...pair, did, verificationMethod: `${did}#${pair.publicKeyMultibase}` })
  const id = await compactKeyId(pair.publicKeyMultibase)
  const entry: CompactKey = {
    id,
    x: compactKeyX(pair.publicKeyMultibase),
    issuer: 'Mission locale du Parc',
    email: 'contact@mission.example',
    state: 'active',
    ...changes,
  }
  return { entry, sign, proof: (said: CompactClaims) => signCompactProof(said, { keyId: id, sign }) }
}

/** What a device keeps, with these keys and these codes withdrawn. */
export async function trustIn(
  keys: readonly CompactKey[],
  gone: Partial<Record<'revoked' | 'suspended' | 'superseded', readonly string[]>> = {},
): Promise<CompactTrust> {
  const [revoked, suspended, superseded] = await Promise.all(
    [gone.revoked, gone.suspended, gone.superseded].map((codes) => packNames(codes ?? [])),
  )
  return {
    madeAt: '2026-11-22T09:00:00Z',
    keys,
    gone: { revoked: revoked ?? '', suspended: suspended ?? '', superseded: superseded ?? '' },
  }
}

/** Numbers that look like chance and are the same in every run (mulberry32), from 0 up to 1. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
