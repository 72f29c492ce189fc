import { AppError } from '../../kernel/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import type { KeyStore } from './key-store.ts'
import { allActiveKeys } from './store.ts'

/** A key the database counts on and the key store cannot give. */
export interface UnusableKey {
  /** Slug of the issuer that cannot sign. */
  readonly issuer: string
  readonly keyId: string
  /**
   * `key-missing`: no such key in the store; `keys-locked`: a file that another root secret sealed, or damaged; the other
   * two: the PKCS#11 token does not answer, or refuses its PIN.
   */
  readonly code: (typeof UNUSABLE)[number]
}

const UNUSABLE = ['key-missing', 'keys-locked', 'key-token-unavailable', 'key-token-locked'] as const

/** Tries every active key. Those once opened stay in memory, so that asking again costs one query. */
export async function checkKeys(store: KeyStore, db: Db): Promise<UnusableKey[]> {
  const unusable: UnusableKey[] = []
  for (const { issuer, keyId } of await allActiveKeys(db)) {
    const code = await tryKey(store, keyId)
    if (code !== undefined) unusable.push({ issuer, keyId, code })
  }
  return unusable
}

async function tryKey(store: KeyStore, keyId: string): Promise<UnusableKey['code'] | undefined> {
  try {
    return (await store.open(keyId)) === undefined ? 'key-missing' : undefined
  } catch (error) {
    const code = error instanceof AppError ? UNUSABLE.find((one) => one === error.code) : undefined
    if (code === undefined) throw error
    return code
  }
}
