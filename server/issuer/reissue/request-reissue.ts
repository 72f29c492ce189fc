import { recordEvent } from '../../access/audit/index.ts'
import { todayOf } from '../../access/organisations/index.ts'
import { AppError } from '../../kernel/errors.ts'
import type { CredentialId, OrganisationId } from '../../kernel/ids.ts'
import { requireRoleIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { isJsonObject, type JsonObject } from '../../vc/index.ts'
import {
  buildEndorsement,
  findCredentials,
  rebuildCredential,
  rebuildEndorsement,
  type Award,
  type CredentialChange,
  type CredentialRecord,
  type EndorsementAward,
} from '../credentials/index.ts'
import {
  requestCredentials,
  requestFor,
  type CredentialRequest,
  type ReissueReason,
  type RequestDeps,
  type RequestedBatch,
} from '../issuance/index.ts'
import { mayKeep, requireKeeper } from '../revocation/index.ts'
import { markSuspended } from '../status-lists/index.ts'
import { successorKey } from './award-root.ts'
import { rebuildPassports, type RebuiltPassport } from './rebuild-passports.ts'
import { lockCredentials, setSuspendedLike, standingEndorsements } from './store.ts'

export type { ReissueReason } from '../issuance/index.ts'

export interface ReissueInput {
  /** Single credentials and passports; of a passport's person nothing else is signed anew. */
  readonly credentialIds: readonly CredentialId[]
  readonly reason: ReissueReason
  /** What the new ones say otherwise; nothing unless told. */
  readonly changes?: ReadonlyMap<CredentialId, CredentialChange>
  /** New names in passports, by learner. */
  readonly names?: ReadonlyMap<string, string>
  /** More people whose passport is made anew: something of theirs was withdrawn in the same act. */
  readonly passportsOf?: readonly string[]
  /** What the same act awards for the first time. */
  readonly awards?: readonly Award[]
  /** What takes the place of an old one with new words from beginning to end: an endorsement whose host spoke again. */
  readonly rewritten?: ReadonlyMap<CredentialId, EndorsementAward>
}

export interface ReissuedBatch extends RequestedBatch {
  /** What was asked for in vain: withdrawn, replaced or not signed. Never with `correction`. */
  readonly skipped: readonly CredentialId[]
}

/**
 * Asks for credentials that take the place of others: new code, new status entries, the issuer's current DID and key, the
 * same content but for `changes`; and for the passports that hold them. An old one is `superseded_by` the new one when,
 * and only when, the new one is signed. `completeReissue` (or any start of the server) signs. Asking twice gives the same
 * successor; a suspension goes with it.
 * @throws AppError `not-found`; `forbidden` unless the actor is a trainer (correction) or a coordinator of each issuing
 * structure (or of the one that took over), or runs the platform; `structure-closed`; `changed-meanwhile` when one to correct does not stand any more; `correction-pending`
 * when something of the people to correct waits for a signature; `nothing-to-correct`; `schema-mismatch`
 */
export async function requestReissue(
  trx: Db,
  deps: RequestDeps,
  actor: Actor,
  input: ReissueInput,
): Promise<ReissuedBatch> {
  const { reason } = input
  // what a host said of a credential is said of the one that takes its place
  const endorsements = await standingEndorsements(trx, input.credentialIds)
  const wanted = [...new Set([...input.credentialIds, ...endorsements])]
  await lockCredentials(trx, wanted)
  const records = await findCredentials(trx, wanted)
  if (records.length < wanted.length) throw new AppError('not-found')
  for (const record of records) await requireReissuer(trx, actor, record, reason)
  for (const { organisationId } of input.awards ?? []) requireRoleIn(actor, organisationId, 'trainer')
  const standing = records.filter(stands)
  if (reason === 'correction' && standing.length < records.length) throw new AppError('changed-meanwhile')

  const members = standing.filter(({ kind }) => kind !== 'passport')
  const passports = await rebuildPassports(trx, input, standing)
  const renewed: CredentialRequest[] = []
  for (const old of members) renewed.push(await memberRequest(trx, old, input, members))
  const requests = [
    ...renewed,
    ...(input.awards ?? []).map(requestFor),
    ...passports.map(({ request }) => request),
  ]
  if (requests.length === 0) throw new AppError('nothing-to-correct')
  const batch = await requestCredentials(trx, deps, actor, requests)
  await carrySuspensions(trx, deps, batch, [
    ...members.map((old) => ({ key: successorKey(old), old })),
    ...passports.map(({ request, old }: RebuiltPassport) => ({ key: request.award.awardKey, old })),
  ])
  await recordEvent(trx, {
    at: deps.clock.now(),
    actor,
    action: 'credentials.reissue-requested',
    ...oneStructure(standing),
    subject: { type: 'credential-batch', id: batch.batchId },
    details: { reason, credentials: members.length, passports: passports.length },
  })
  const taken = new Set(standing.map(({ id }) => id))
  return { ...batch, skipped: wanted.filter((id) => !taken.has(id)) }
}

const stands = ({ signed, revokedAt, supersededBy }: CredentialRecord): boolean =>
  signed !== null && revokedAt === null && supersededBy === null

async function requireReissuer(
  trx: Db,
  actor: Actor,
  record: CredentialRecord,
  reason: ReissueReason,
): Promise<void> {
  if (reason !== 'correction' || record.organisationId === null) await requireKeeper(trx, actor, record)
  else if (!(await mayKeep(trx, actor, record.organisationId, 'trainer'))) throw new AppError('forbidden')
}

/**
 * Who signs the new one: the structure that answers for the old one today. One that is closed and was taken over by
 * nobody corrects nothing any more; what it said can still be signed again as it is.
 * @throws AppError `structure-closed`
 */
async function signerOf(trx: Db, old: CredentialRecord, reason: ReissueReason): Promise<OrganisationId> {
  const today = old.organisationId === null ? undefined : await todayOf(trx, old.organisationId)
  if (today === undefined) throw new Error('no structure signed this credential')
  if (today.state === 'closed' && reason === 'correction')
    throw new AppError('structure-closed', { name: today.organisation.name })
  return today.organisation.id
}

async function memberRequest(
  trx: Db,
  old: CredentialRecord,
  { reason, changes, rewritten }: ReissueInput,
  renewed: readonly CredentialRecord[],
): Promise<CredentialRequest> {
  const { kind } = old
  if (kind === 'passport') throw new Error('passports are assembled')
  const organisationId = await signerOf(trx, old, reason)
  const change = changes?.get(old.id) ?? {}
  return {
    award: {
      awardKey: successorKey(old),
      kind,
      locale: old.locale,
      organisationId,
      sessionId: old.sessionId as AwardSession,
      learner: { id: old.learnerId as AwardLearner },
    },
    replaces: old.id,
    reissuedBecause: reason,
    ...(await endorsedAnew(trx, old, renewed)),
    build: (context) => {
      const spokenAgain = rewritten?.get(old.id)
      if (spokenAgain !== undefined) return buildEndorsement(spokenAgain, context)
      const rebuild = kind === 'endorsement' ? rebuildEndorsement : rebuildCredential
      return rebuild(signedDocument(old), change, context)
    },
  }
}

/** Which credential an endorsement speaks of from now on: the same, or the one that takes its place in this act. */
async function endorsedAnew(
  trx: Db,
  { kind, endorses }: CredentialRecord,
  renewed: readonly CredentialRecord[],
): Promise<{ endorses?: string }> {
  if (kind !== 'endorsement' || endorses === null) return {}
  const inThisAct = renewed.find(({ id }) => id === endorses)
  if (inThisAct !== undefined) return { endorses: successorKey(inThisAct) }
  const [endorsed] = await findCredentials(trx, [endorses])
  return endorsed === undefined ? {} : { endorses: endorsed.awardKey }
}

type Header = CredentialRequest['award']
type AwardSession = Header['sessionId']
type AwardLearner = Header['learner']['id']

function signedDocument({ signed }: CredentialRecord): JsonObject {
  const document: unknown = JSON.parse(signed ?? 'null')
  if (!isJsonObject(document)) throw new AppError('schema-mismatch')
  return document
}

async function carrySuspensions(
  trx: Db,
  deps: RequestDeps,
  batch: RequestedBatch,
  pairs: readonly { readonly key: string; readonly old: CredentialRecord }[],
): Promise<void> {
  const requested = new Map(batch.credentials.map(({ awardKey, id }) => [awardKey, id]))
  const suspended: CredentialId[] = []
  for (const { key, old } of pairs) {
    const id = requested.get(key)
    if (id === undefined || old.suspendedAt === null) continue
    await setSuspendedLike(trx, id, old.id)
    suspended.push(id)
  }
  await markSuspended(trx, suspended, deps.clock.now())
}

/** The structure, when the whole act is about one. */
function oneStructure(records: readonly CredentialRecord[]) {
  const [first, ...others] = new Set(records.map(({ organisationId }) => organisationId))
  return first && others.length === 0 ? { organisationId: first } : {}
}
