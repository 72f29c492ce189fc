import { mayShowPublicly } from '../../access/guardianship/index.ts'
import { findCredential, type CredentialRecord } from '../../issuer/credentials/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { parseCrockfordCode, type CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Verdict } from '../../vc/index.ts'
import type { ShareDeps } from './create-share.ts'
import { SHARE_CODE_LENGTH, stateOf, type Share } from './share.ts'
import { addView, selectShareByCode } from './store.ts'

/** Verifies credentials by their public codes, each truly and now; the verifier answers, through `compose`. */
export type VerifyCredentials = (codes: readonly string[]) => Promise<ReadonlyMap<string, Verdict>>

export interface OpenShareDeps extends ShareDeps {
  readonly verifyCredentials: VerifyCredentials
}

/** One of the chosen credentials, in its newest version. */
export interface SharedCredential {
  readonly record: CredentialRecord
  readonly verdict: Verdict
}

export type OpenedShare =
  | { readonly state: 'unknown' | 'withdrawn' | 'expired' }
  | {
      readonly state: 'open'
      readonly share: Share
      readonly credentials: readonly SharedCredential[]
      readonly checkedAt: string
    }

/**
 * What a share's link shows now: each credential that was chosen, verified at this moment; of one that was corrected since,
 * the newest version. While the passport may be seen by nobody, its shares are as if withdrawn.
 */
export async function openShare(deps: OpenShareDeps, typed: string): Promise<OpenedShare> {
  const code = parseCrockfordCode(typed, SHARE_CODE_LENGTH)
  const share = code === undefined ? undefined : await selectShareByCode(deps.db, code)
  if (share === undefined) return { state: 'unknown' }
  const now = deps.clock.now()
  const state = stateOf(share, now)
  if (state !== 'open') return { state }
  if (!(await mayShowPublicly(deps.db, share.learnerId, now))) return { state: 'withdrawn' }
  const records = []
  for (const id of share.credentialIds) records.push(...(await newestVersion(deps.db, id)))
  const verdicts = await deps.verifyCredentials(records.map((record) => record.code))
  const credentials = records.map((record) => ({
    record,
    verdict: verdicts.get(record.code) ?? 'unverifiable-now',
  }))
  return { state: 'open', share, credentials, checkedAt: isoInstant(now) }
}

async function newestVersion(db: Db, first: CredentialId): Promise<CredentialRecord[]> {
  const seen = new Set<string>()
  let newest: CredentialRecord | undefined
  for (let id: CredentialId | null = first; id !== null && !seen.has(id);) {
    seen.add(id)
    const record: CredentialRecord | undefined = await findCredential(db, id)
    if (record === undefined) break
    newest = record
    id = record.supersededBy
  }
  return newest === undefined ? [] : [newest]
}

/** Counts that somebody opened it: who is neither asked nor kept. */
export const countView = (db: Db, share: Share): Promise<void> => addView(db, share.id)
