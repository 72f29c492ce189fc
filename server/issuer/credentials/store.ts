import { z } from 'zod'
import type { CredentialId, IssuerId, OrganisationId } from '../../kernel/ids.ts'
import { LOCALES, type Locale } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import type { CredentialKind } from './award.ts'

/** A credential in the register: what was signed, byte for byte, and what became of it. */
export interface CredentialRecord {
  readonly id: CredentialId
  readonly code: string
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
  readonly supersededBy: CredentialId | null
}

const KINDS = [
  'competence',
  'mobility',
  'attendance',
  'passport',
] as const satisfies readonly CredentialKind[]
const idOfDocument = z.object({ id: z.string() })

const row = z
  .object({
    id: z.string(),
    code: z.string(),
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
    superseded_by: z.string().nullable(),
  })
  .transform((values): CredentialRecord => ({
    id: values.id as CredentialId,
    code: values.code,
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
    supersededBy: values.superseded_by as CredentialId | null,
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

/** Everything a young person was issued, the oldest first, withdrawn and superseded ones too. */
export function listCredentialsOfLearner(db: Db, learnerId: string): Promise<CredentialRecord[]> {
  return select(db, { learner_id: learnerId })
}

/** Everything one training session issued. */
export function listCredentialsOfSession(db: Db, sessionId: string): Promise<CredentialRecord[]> {
  return select(db, { session_id: sessionId })
}
