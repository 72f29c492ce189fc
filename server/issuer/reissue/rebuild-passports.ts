import { AppError } from '../../kernel/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import { listCredentialsOfLearner, type CredentialRecord, type PassportAward } from '../credentials/index.ts'
import { parsePassportAward } from '../issuance/index.ts'
import { successorKey } from './award-root.ts'
import type { ReissueInput } from './request-reissue.ts'
import { readAwards } from './store.ts'

export interface RebuiltPassport {
  readonly request: { readonly award: PassportAward; readonly reissuedBecause: ReissueInput['reason'] }
  /** The passport whose place it takes. */
  readonly old: CredentialRecord
}

/**
 * For each person of the act who holds a passport, the request for one that collects what they will hold. Where one is
 * waiting for its signature already, that one will.
 * @throws AppError `correction-pending`: it would be signed with what is being corrected, or under the old name
 */
export async function rebuildPassports(
  trx: Db,
  input: ReissueInput,
  standing: readonly CredentialRecord[],
): Promise<RebuiltPassport[]> {
  const { reason, names, passportsOf = [], awards: added = [] } = input
  const receiving = new Set<string>(added.map(({ learner }) => learner.id))
  const learnerIds = new Set([...standing.map(({ learnerId }) => learnerId), ...passportsOf, ...receiving])
  const held: CredentialRecord[] = []
  for (const learnerId of learnerIds) {
    const records = await listCredentialsOfLearner(trx, learnerId)
    const waiting = records.filter(({ signed }) => signed === null)
    if (reason === 'correction' && waiting.length > 0) throw new AppError('correction-pending')
    // a person left with nothing keeps the passport they have: it says what was withdrawn
    if (!receiving.has(learnerId) && !records.some(isHeldMember)) continue
    const chosen = waiting.find(({ kind }) => kind === 'passport') ?? heldPassport(records)
    if (chosen !== undefined) held.push(chosen)
  }
  const awards = await readAwards(
    trx,
    held.map(({ id }) => id),
  )
  return held.flatMap((old) => {
    const json = awards.get(old.id)
    return json === undefined
      ? []
      : [rebuilt(old, parsePassportAward(json), reason, names?.get(old.learnerId))]
  })
}

const isHeld = ({ revokedAt, supersededBy }: CredentialRecord): boolean => !revokedAt && !supersededBy
const isHeldMember = (record: CredentialRecord): boolean => record.kind !== 'passport' && isHeld(record)

/** The passport a person holds now. */
function heldPassport(records: readonly CredentialRecord[]): CredentialRecord | undefined {
  return records.filter((record) => record.kind === 'passport' && isHeld(record)).at(-1)
}

function rebuilt(
  old: CredentialRecord,
  award: PassportAward,
  reason: ReissueInput['reason'],
  name: string | undefined,
): RebuiltPassport {
  // one that waits is taken into the batch as it is
  const awardKey = old.signed === null ? old.awardKey : successorKey(old)
  const learner = {
    ...award.learner,
    id: old.learnerId as PassportAward['learner']['id'],
    ...(name === undefined ? {} : { name }),
  }
  return { request: { award: { ...award, awardKey, learner }, reissuedBecause: reason }, old }
}
