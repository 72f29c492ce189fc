import type { CredentialId, LearnerId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { isJsonObject } from '../../vc/index.ts'
import type { LevelCode } from '../achievements/index.ts'
import {
  listCredentialsOfLearner,
  readCredential,
  type CredentialChange,
  type CredentialRecord,
  type EndorsementAward,
} from '../credentials/index.ts'
import type { RequestDeps } from '../issuance/index.ts'
import { withdrawCredentials } from '../revocation/index.ts'
import { awardRoot } from './award-root.ts'
import { requestReissue } from './request-reissue.ts'
import { lockCredentials } from './store.ts'

/** What a host abroad says, or says no more, after a session was signed. */
export interface HostVoice {
  readonly learnerId: LearnerId
  readonly sessionId: TrainingSessionId
  /** Of the stay; undefined when the host takes it back. Under the key of its first award. */
  readonly endorsement: Omit<EndorsementAward, 'endorses'> | undefined
  /** Of competences; null takes the host's voice out. */
  readonly levels: ReadonlyMap<string, { readonly level: LevelCode; readonly by: string } | null>
}

/**
 * Asks for what follows from a host's voice in credentials that stand: an endorsement of the stay's credential, the
 * host's level in those of competences, and a passport that holds them. Where the host speaks for the first time nothing
 * that was signed was wrong: it is replaced, not withdrawn. Where the host corrects or takes back, what said otherwise is
 * withdrawn. `completeReissue` signs.
 * @returns the batch to sign, and whether anything changed at all
 * @throws AppError `correction-pending` while something of the person's waits for its signature; `changed-meanwhile`,
 * `structure-closed`, `schema-mismatch`
 */
export async function requestHostVoice(
  trx: Db,
  deps: RequestDeps,
  actor: Actor,
  voice: HostVoice,
): Promise<{ readonly changed: boolean; readonly batchId: string | undefined }> {
  const held = (await listCredentialsOfLearner(trx, voice.learnerId)).filter(stands)
  const stay = held.find(({ kind, sessionId }) => kind === 'mobility' && sessionId === voice.sessionId)
  // nobody attested the stay: there is nothing that a host could speak of
  if (stay === undefined) return { changed: false, batchId: undefined }
  const spoken = held.find(({ kind, endorses }) => kind === 'endorsement' && endorses === stay.id)
  const levels = levelChanges(held, voice)
  const takenBack = voice.endorsement === undefined ? spoken : undefined
  const rewritten = voice.endorsement === undefined ? undefined : spoken
  const first = voice.endorsement !== undefined && spoken === undefined
  if (!first && levels.size === 0 && takenBack === undefined && rewritten === undefined)
    return { changed: false, batchId: undefined }

  const credentialIds = [...levels.keys(), ...(rewritten === undefined ? [] : [rewritten.id])]
  await lockCredentials(trx, [...credentialIds, ...(takenBack === undefined ? [] : [takenBack.id])])
  if (takenBack !== undefined)
    await withdrawCredentials(trx, actor, {
      credentials: [takenBack],
      reason: 'content-wrong',
      at: deps.clock.now(),
    })
  const corrects =
    takenBack !== undefined ||
    rewritten !== undefined ||
    [...levels.values()].some(({ corrects }) => corrects)
  const said = voice.endorsement && { ...voice.endorsement, endorses: stay.awardKey }
  const { batchId } = await requestReissue(trx, deps, actor, {
    credentialIds,
    reason: corrects ? 'correction' : 'confirmation',
    changes: new Map([...levels].map(([id, { change }]) => [id, change])),
    passportsOf: [voice.learnerId],
    awards: first && said !== undefined ? [underFreeKey(said, await allOf(trx, voice))] : [],
    rewritten: new Map(rewritten === undefined || said === undefined ? [] : [[rewritten.id, said]]),
  })
  return { changed: true, batchId }
}

const stands = ({ signed, revokedAt, supersededBy }: CredentialRecord): boolean =>
  signed !== null && revokedAt === null && supersededBy === null

const allOf = (trx: Db, { learnerId }: HostVoice): Promise<CredentialRecord[]> =>
  listCredentialsOfLearner(trx, learnerId)

/** Which competences of the session say something else with this voice, and whether they said otherwise before. */
function levelChanges(held: readonly CredentialRecord[], voice: HostVoice) {
  const changes = new Map<CredentialId, { change: CredentialChange; corrects: boolean }>()
  for (const record of held) {
    if (record.kind !== 'competence' || record.sessionId !== voice.sessionId) continue
    const document: unknown = JSON.parse(record.signed ?? 'null')
    const competence = isJsonObject(document) ? readCredential(document).competence : undefined
    const wanted = competence && voice.levels.get(competence.code)
    if (competence === undefined || wanted === undefined) continue
    const before = competence.confirmedLevel
    if ((wanted?.level ?? undefined) === before) continue
    changes.set(record.id, { change: { confirmed: wanted }, corrects: before !== undefined })
  }
  return changes
}

/** A key belongs to the award that was made under it, also when it was withdrawn since. */
function underFreeKey(award: EndorsementAward, records: readonly CredentialRecord[]): EndorsementAward {
  const last = records.filter(({ awardKey }) => awardRoot(awardKey) === award.awardKey).at(-1)
  return last === undefined ? award : { ...award, awardKey: `${award.awardKey}+${last.id}` }
}
