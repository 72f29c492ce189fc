import type { AccountId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { listPasskeys } from '../passkeys/index.ts'
import type { SecondFactors } from './second-factor.ts'
import { countRecoveryCodes, selectTotp } from './store.ts'

/** What an account has besides its password at this moment. */
export async function findSecondFactors(db: Db, accountId: AccountId): Promise<SecondFactors> {
  const totp = await selectTotp(db, accountId)
  return {
    appSince: totp?.confirmedAt ?? null,
    passkeys: (await listPasskeys(db, { kind: 'account', id: accountId })).length,
    recoveryCodesLeft: await countRecoveryCodes(db, accountId),
  }
}
