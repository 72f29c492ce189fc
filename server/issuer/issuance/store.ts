import { z } from 'zod'
import type { CredentialId, IssuerId, OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Award } from '../credentials/index.ts'
import type { RequestedCredential } from './requested-credential.ts'

/** Rows of one insert: both databases bound the size of a statement. */
const CHUNK = 100

export interface NewCredential {
  readonly id: CredentialId
  readonly code: string
  readonly award: Award
  readonly issuerId: IssuerId
  readonly batchId: string
  readonly requestedAt: string
}

const requestedRow = z
  .object({
    id: z.string(),
    code: z.string(),
    award_key: z.string(),
    kind: z.enum(['competence', 'mobility', 'attendance', 'passport']),
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
  const inserted: CredentialId[] = []
  for (let start = 0; start < credentials.length; start += CHUNK) {
    const rows = credentials.slice(start, start + CHUNK).map(toRow)
    inserted.push(
      ...toIds(await db('credentials').insert(rows).onConflict('award_key').ignore().returning('id')),
    )
  }
  return new Set(inserted)
}

function toRow({
  id,
  code,
  award,
  issuerId,
  batchId,
  requestedAt,
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
  await db('credentials').where({ id }).whereNull('signed_at').update(content)
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

/**
 * Stores the signed bytes once and for all; undefined when another process did so first, or wrote down another text than
 * the one that was signed.
 */
export async function storeSigned(
  db: Db,
  id: CredentialId,
  content: { unsigned: string; signed: string; keyId: string; signedAt: string },
): Promise<{ learnerId: string; organisationId: OrganisationId | null } | undefined> {
  const rows: unknown = await db('credentials')
    .where({ id, unsigned: content.unsigned })
    .whereNull('signed_at')
    .update({
      signed: content.signed,
      signing_key_id: content.keyId,
      signed_at: content.signedAt,
      unsigned: null,
      failed_at: null,
      failure: null,
    })
    .returning(['learner_id', 'organisation_id'])
  const row = z
    .array(z.object({ learner_id: z.string(), organisation_id: z.string().nullable() }))
    .parse(rows)[0]
  return row && { learnerId: row.learner_id, organisationId: row.organisation_id as OrganisationId | null }
}

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
