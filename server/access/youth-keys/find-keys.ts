import type { LearnerActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Passkey } from '../passkeys/index.ts'
import { hasPasskeyLock } from './lock-store.ts'
import { selectEmail } from './mail-store.ts'
import { selectPin } from './pin-store.ts'
import { requireOwner } from './require-owner.ts'
import { passkeysOf } from './slip-lock.ts'

/** The keys somebody added to their slip. */
export interface YouthKeys {
  readonly pin: boolean
  readonly passkeys: readonly Passkey[]
  readonly passkeyLock: boolean
  readonly email: string | undefined
}

/** @throws AppError `not-found` for a record that is gone */
export async function findKeys(db: Db, youth: LearnerActor): Promise<YouthKeys> {
  const owner = await requireOwner(db, youth.learnerId)
  return {
    pin: (await selectPin(db, owner)) !== undefined,
    passkeys: await passkeysOf(db, owner),
    passkeyLock: await hasPasskeyLock(db, owner),
    email: await selectEmail(db, owner),
  }
}
