import { z } from 'zod'
import type { CredentialId, IssuerId, OrganisationId } from '../../kernel/ids.ts'
import { LOCALES, type Locale } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import type { CredentialKind } from './award.ts'

/** A credential in the register: what was signed, byte for byte, and what became of it. */
export interface CredentialRecord {
  readonly id: CredentialId
  readonly code: string
  /** What makes asking twice the same request. */
  readonly awardKey: string
  /** Its `id` as a URL; empty until its text is written down. */
  readonly url: string
  readonly kind: CredentialKind
  readonly locale: Locale
  readonly issuerId: IssuerId
  readonly organisationId: OrganisationId | null
  readonly learnerId: string
  readonly sessionId: string | null
  readonly title: string
  readonly signed: string | null
  readonly signedAt: string | null
  /** Why the last try to sign it did not succeed (an `AppErrorCode`); null while it waits, and once it is signed. */
  readonly failure: string | null
  readonly revokedAt: string | null
  readonly revocationReason: string | null
  readonly suspendedAt: string | null
  readonly suspensionReason: string | null
  /** The one that took its place; only ever one that is signed. */
  readonly supersededBy: CredentialId | null
  /** The one whose place it takes, or will take once it is signed. */
  readonly replaces: CredentialId | null
  /** Of an endorsement: the credential it speaks of. */
  readonly endorses: CredentialId | null
  /** The person had themselves erased: what was signed is kept no more. */
  readonly erasedAt: string | null
}

const KINDS = [
  'competence',
  'mobility',
  'attendance',
  'endorsement',
  'passport',
] as const satisfies readonly CredentialKind[]
const idOfDocument = z.object({ id: z.string() })

const row = z
  .object({
    id: z.string(),
    code: z.string(),
    award_key: z.string(),
    kind: z.enum(KINDS),
    locale: z.enum(LOCALES),
    issuer_id: z.string(),
    organisation_id: z.string().nullable(),
    learner_id: z.string(),
    session_id: z.string().nullable(),
    title: z.string(),
    unsigned: z.string().nullable(),
    signed: z.string().nullable(),
    signed_at: z.string().nullable(),
    failure: z.string().nullable(),
    revoked_at: z.string().nullable(),
    revocation_reason: z.string().nullable(),
    suspended_at: z.string().nullable(),
    suspension_reason: z.string().nullable(),
    superseded_by: z.string().nullable(),
    replaces: z.string().nullable(),
    endorses: z.string().nullable(),
    erased_at: z.string().nullable(),
  })
  .transform((values): CredentialRecord => ({
    id: values.id as CredentialId,
    code: values.code,
    awardKey: values.award_key,
    url: urlOf(values.signed ?? values.unsigned),
    kind: values.kind,
    locale: values.locale,
    issuerId: values.issuer_id as IssuerId,
    organisationId: values.organisation_id as OrganisationId | null,
    learnerId: values.learner_id,
    sessionId: values.session_id,
    title: values.title,
    signed: values.signed,
    signedAt: values.signed_at,
    failure: values.failure,
    revokedAt: values.revoked_at,
    revocationReason: values.revocation_reason,
    suspendedAt: values.suspended_at,
    suspensionReason: values.suspension_reason,
    supersededBy: values.superseded_by as CredentialId | null,
    replaces: values.replaces as CredentialId | null,
    endorses: values.endorses as CredentialId | null,
    erasedAt: values.erased_at,
  }))

const urlOf = (document: string | null): string =>
  document === null ? '' : idOfDocument.parse(JSON.parse(document)).id

async function select(db: Db, where: Readonly<Record<string, string>>): Promise<CredentialRecord[]> {
  return z.array(row).parse(await db('credentials').where(where).orderBy(['requested_at', 'award_key']))
}

export async function findCredential(db: Db, id: CredentialId): Promise<CredentialRecord | undefined> {
  return (await select(db, { id }))[0]
}

export async function findCredentialByCode(db: Db, code: string): Promise<CredentialRecord | undefined> {
  return (await select(db, { code }))[0]
}

/** Those that exist, in no promised order. */
export async function findCredentials(db: Db, ids: readonly CredentialId[]): Promise<CredentialRecord[]> {
  const found: CredentialRecord[] = []
  for (let start = 0; start < ids.length; start += CHUNK)
    found.push(...z.array(row).parse(await db('credentials').whereIn('id', ids.slice(start, start + CHUNK))))
  return found
}

/** Bindings of one statement: both databases bound them. */
const CHUNK = 100

/** Everything a young person was issued, the oldest first, withdrawn and superseded ones too. */
export function listCredentialsOfLearner(db: Db, learnerId: string): Promise<CredentialRecord[]> {
  return select(db, { learner_id: learnerId })
}

/** Everything one training session issued. */
export function listCredentialsOfSession(db: Db, sessionId: string): Promise<CredentialRecord[]> {
  return select(db, { session_id: sessionId })
}

const PAGE = 500

/**
 * What one key signed, withdrawn and superseded ones too; or all that was superseded. By id: the page after `after`,
 * empty at the end.
 */
export async function pageSigned(
  db: Db,
  which: { readonly signedWith: string } | 'superseded',
  after: string,
): Promise<CredentialRecord[]> {
  const query = db('credentials').whereNotNull('signed_at').where('id', '>', after).orderBy('id').limit(PAGE)
  if (which === 'superseded') void query.whereNotNull('superseded_by')
  else void query.where({ signing_key_id: which.signedWith })
  return z.array(row).parse(await query)
}
