import { z } from 'zod'
import type { CredentialId, IssuerId, OrganisationId } from '../../kernel/ids.ts'
import { execute, insertRows, type Db } from '../../platform/db/index.ts'
import { REISSUE_REASONS, type AwardHeader, type ReissueReason } from './credential-request.ts'
import type { RequestedCredential } from './requested-credential.ts'

/** Rows of one insert: both databases bound the size of a statement. */
const CHUNK = 100

export interface NewCredential {
  readonly id: CredentialId
  readonly code: string
  readonly award: AwardHeader
  readonly issuerId: IssuerId
  readonly batchId: string
  readonly requestedAt: string
  readonly replaces?: CredentialId
  readonly reissuedBecause?: ReissueReason
}

const requestedRow = z
  .object({
    id: z.string(),
    code: z.string(),
    award_key: z.string(),
    kind: z.enum(['competence', 'mobility', 'attendance', 'endorsement', 'passport']),
    learner_id: z.string(),
  })
  .transform((row): RequestedCredential => ({
    id: row.id as CredentialId,
    code: row.code,
    awardKey: row.award_key,
    kind: row.kind,
    learnerId: row.learner_id,
  }))

const idRows = z.array(z.object({ id: z.string() }))
const toIds = (rows: unknown): CredentialId[] => idRows.parse(rows).map((row) => row.id as CredentialId)

/** Inserts what nobody asked for before and returns those: the award key is the lock. */
export async function insertCredentials(
  db: Db,
  credentials: readonly NewCredential[],
): Promise<Set<CredentialId>> {
  const options = { ignoreConflictOn: ['award_key'], returning: ['id'] }
  return new Set(toIds(await insertRows(db, 'credentials', credentials.map(toRow), options)))
}

function toRow({
  id,
  code,
  award,
  issuerId,
  batchId,
  requestedAt,
  replaces,
  reissuedBecause,
}: NewCredential): Record<string, string | null> {
  return {
    id,
    code,
    award_key: award.awardKey,
    kind: award.kind,
    locale: award.locale,
    issuer_id: issuerId,
    organisation_id: award.organisationId,
    learner_id: award.learner.id,
    session_id: award.sessionId,
    batch_id: batchId,
    title: '',
    award: award.kind === 'passport' ? JSON.stringify(award) : null,
    requested_at: requestedAt,
    replaces: replaces ?? null,
    reissued_because: reissuedBecause ?? null,
  }
}

/** Asking again for what is not signed yet takes it into the new batch, and gives a failed one another chance. */
export async function adoptUnsigned(db: Db, awardKeys: readonly string[], batchId: string): Promise<void> {
  for (let start = 0; start < awardKeys.length; start += CHUNK)
    await db('credentials')
      .whereIn('award_key', awardKeys.slice(start, start + CHUNK))
      .whereNull('signed_at')
      .update({ batch_id: batchId, failed_at: null, failure: null })
}

export async function findRequested(db: Db, awardKeys: readonly string[]): Promise<RequestedCredential[]> {
  const found: RequestedCredential[] = []
  for (let start = 0; start < awardKeys.length; start += CHUNK) {
    const rows: unknown = await db('credentials')
      .whereIn('award_key', awardKeys.slice(start, start + CHUNK))
      .select(['id', 'code', 'award_key', 'kind', 'learner_id'])
    found.push(...z.array(requestedRow).parse(rows))
  }
  return found
}

/** Writes down what we intend to sign. */
export async function setUnsigned(
  db: Db,
  id: CredentialId,
  content: { unsigned: string; title: string },
): Promise<void> {
  const { unsigned, title } = content
  await execute(db, 'update credentials set unsigned = ?, title = ? where id = ? and signed_at is null', [
    unsigned,
    title,
    id,
  ])
}

/** Says of an endorsement what it speaks of. */
export async function setEndorses(db: Db, id: CredentialId, endorsed: CredentialId): Promise<void> {
  await db('credentials').where({ id }).update({ endorses: endorsed })
}

/** Which credentials an act is about: everybody's when it names nothing. */
export interface IssuanceScope {
  /** Only what was asked for together. */
  readonly batchId?: string
  /** Only what this training session awards. */
  readonly sessionId?: string
}

const whereOf = ({ batchId, sessionId }: IssuanceScope): Record<string, string> => ({
  ...(batchId === undefined ? {} : { batch_id: batchId }),
  ...(sessionId === undefined ? {} : { session_id: sessionId }),
})

/** What waits to be signed, in the order it was asked for. */
export async function pendingIds(
  db: Db,
  which: 'members' | 'passports',
  scope: IssuanceScope,
): Promise<CredentialId[]> {
  const query = db('credentials').where(whereOf(scope)).whereNull('signed_at').whereNull('failed_at')
  if (which === 'members') void query.whereNot({ kind: 'passport' }).whereNotNull('unsigned')
  else void query.where({ kind: 'passport' })
  return toIds(await query.orderBy('requested_at').orderBy('id').select('id'))
}

/** The texts to sign of those that nobody signed in the meantime, in the order of `ids`. */
export async function readUnsigned(
  db: Db,
  ids: readonly CredentialId[],
): Promise<{ id: CredentialId; unsigned: string }[]> {
  const rows: unknown = await db('credentials')
    .whereIn('id', [...ids])
    .whereNull('signed_at')
    .whereNotNull('unsigned')
    .select(['id', 'unsigned'])
  const texts = new Map(
    z
      .array(z.object({ id: z.string(), unsigned: z.string() }))
      .parse(rows)
      .map((row) => [row.id, row.unsigned]),
  )
  return ids.flatMap((id) => {
    const unsigned = texts.get(id)
    return unsigned === undefined ? [] : [{ id, unsigned }]
  })
}

const storedRow = z
  .object({
    id: z.string(),
    learner_id: z.string(),
    organisation_id: z.string().nullable(),
    replaces: z.string().nullable(),
    reissued_because: z.enum(REISSUE_REASONS).nullable(),
  })
  .transform((row) => ({
    id: row.id as CredentialId,
    learnerId: row.learner_id,
    organisationId: row.organisation_id as OrganisationId | null,
    replaces: row.replaces as CredentialId | null,
    reissuedBecause: row.reissued_because,
  }))

/** A credential at the moment its signature is stored. */
export type StoredCredential = z.output<typeof storedRow>

/**
 * Stores the signed bytes once and for all; undefined when another process did so first, or wrote down another text than
 * the one that was signed.
 */
export async function storeSigned(
  db: Db,
  id: CredentialId,
  content: { unsigned: string; signed: string; keyId: string; signedAt: string },
): Promise<StoredCredential | undefined> {
  const { signed, keyId, signedAt, unsigned } = content
  const rows = await execute(db, STORE_SIGNED, [signed, keyId, signedAt, id, unsigned, keyId])
  return z.array(storedRow).parse(rows)[0]
}

// a key that was declared compromised while it signed signs nothing: the text waits for the key that took over
const STORE_SIGNED = `update credentials
  set signed = ?, signing_key_id = ?, signed_at = ?, unsigned = null, failed_at = null, failure = null
  where id = ? and unsigned = ? and signed_at is null
    and not exists (select 1 from signing_keys where signing_keys.id = ? and state = 'compromised')
  returning id, learner_id, organisation_id, replaces, reissued_because`

export async function storeFailure(db: Db, id: CredentialId, failure: string, at: string): Promise<void> {
  await db('credentials').where({ id }).whereNull('signed_at').update({ failed_at: at, failure })
}

/** Gives what failed another chance. */
export async function clearFailures(db: Db, scope: IssuanceScope): Promise<void> {
  await db('credentials')
    .where(whereOf(scope))
    .whereNull('signed_at')
    .whereNotNull('failed_at')
    .update({ failed_at: null, failure: null })
}
