import { AppError } from '../../kernel/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import type { KeyStore } from './key-store.ts'
import { allActiveKeys } from './store.ts'

/** A key the database counts on and the keys folder cannot give. */
export interface UnusableKey {
  /** Slug of the issuer that cannot sign. */
  readonly issuer: string
  readonly keyId: string
  /** `key-missing`: no such file; `keys-locked`: a file that another root secret sealed, or damaged. */
  readonly code: 'key-missing' | 'keys-locked'
}

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
    return (await store.get(keyId)) === undefined ? 'key-missing' : undefined
  } catch (error) {
    if (error instanceof AppError && (error.code === 'keys-locked' || error.code === 'key-missing'))
      return error.code
    throw error
  }
}
