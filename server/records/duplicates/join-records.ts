import { joinHolders } from '../../issuer/credentials/index.ts'
import type { KeyRing } from '../../issuer/keys/index.ts'
import type { CredentialId, LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { joinHostVoices } from '../host-voice/index.ts'
import { joinMobilities } from '../mobilities/index.ts'
import { joinSupport } from '../support-needs/index.ts'
import { joinTellings } from '../telling/index.ts'
import { joinEnrolments } from '../training-sessions/index.ts'

/**
 * All that hangs on one record of a person goes to another: stays, places in sessions, what they told, support needs and
 * credentials. Slips, keys and agreements follow by themselves, because they look where a record went. Whether the two
 * are one person was decided before. Returns the ids of all credentials that the person now holds.
 */
export async function joinRecords(
  trx: Db,
  deps: { readonly ring: Pick<KeyRing, 'deriveSecret'> },
  { from, into, at }: { readonly from: LearnerId; readonly into: LearnerId; readonly at: Date },
): Promise<CredentialId[]> {
  const stays = await joinMobilities(trx, { from, into, at })
  await joinHostVoices(trx, stays)
  await joinEnrolments(trx, { from, into, stays, at })
  await joinTellings(trx, { from, into, stays })
  await joinSupport(trx, deps.ring, { from, into })
  return (await joinHolders(trx, { from, into })) as CredentialId[]
}
