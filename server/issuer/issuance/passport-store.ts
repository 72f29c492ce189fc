import { z } from 'zod'
import type {
  CredentialId,
  IssuerId,
  LearnerId,
  OrganisationId,
  TrainingSessionId,
} from '../../kernel/ids.ts'
import type { IsoDate } from '../../kernel/clock.ts'
import { LOCALES } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import type { PassportAward } from '../credentials/index.ts'

const awardJson = z
  .object({
    kind: z.literal('passport'),
    awardKey: z.string(),
    learner: z.object({ id: z.string(), name: z.string(), subjectUrn: z.string() }),
    organisationId: z.string(),
    sessionId: z.string().nullable(),
    locale: z.enum(LOCALES),
    awardedOn: z.string(),
    attestedBy: z.string(),
  })
  .transform((award): PassportAward => ({
    ...award,
    learner: { ...award.learner, id: award.learner.id as LearnerId },
    organisationId: award.organisationId as OrganisationId,
    sessionId: award.sessionId as TrainingSessionId | null,
    awardedOn: award.awardedOn as IsoDate,
  }))

/** What a passport was asked for with, as its row keeps it. */
export const parsePassportAward = (json: string): PassportAward => awardJson.parse(JSON.parse(json))

/** A passport that was asked for and is not signed. */
export interface PendingPassport {
  readonly id: CredentialId
  readonly code: string
  readonly issuerId: IssuerId
  readonly award: PassportAward
  readonly unsigned: string | null
}

export async function findPendingPassport(db: Db, id: CredentialId): Promise<PendingPassport | undefined> {
  const row: unknown = await db('credentials')
    .where({ id, kind: 'passport' })
    .whereNull('signed_at')
    .first(['id', 'code', 'issuer_id', 'award', 'unsigned'])
  if (row === undefined) return undefined
  const parsed = z
    .object({ code: z.string(), issuer_id: z.string(), award: z.string(), unsigned: z.string().nullable() })
    .parse(row)
  return {
    id,
    code: parsed.code,
    issuerId: parsed.issuer_id as IssuerId,
    award: parsePassportAward(parsed.award),
    unsigned: parsed.unsigned,
  }
}

/** The issuers that these passports wait for: the platform's, in general one. */
export async function issuersOf(db: Db, ids: readonly CredentialId[]): Promise<IssuerId[]> {
  const rows: unknown = await db('credentials')
    .whereIn('id', [...ids])
    .distinct('issuer_id')
    .orderBy('issuer_id')
  return z
    .array(z.object({ issuer_id: z.string() }))
    .parse(rows)
    .map((row) => row.issuer_id as IssuerId)
}

/** What belongs into a passport signed now: all that was signed for the person and not withdrawn since. */
export async function memberIds(db: Db, learnerId: string): Promise<CredentialId[]> {
  const rows: unknown = await membersOf(db, learnerId).select('id')
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map((row) => row.id as CredentialId)
}

export async function readMembers(
  db: Db,
  learnerId: string,
): Promise<{ id: CredentialId; signed: string }[]> {
  const rows: unknown = await membersOf(db, learnerId).select(['id', 'signed'])
  return z
    .array(z.object({ id: z.string(), signed: z.string() }))
    .parse(rows)
    .map((row) => ({ id: row.id as CredentialId, signed: row.signed }))
}

function membersOf(db: Db, learnerId: string) {
  return db('credentials')
    .where({ learner_id: learnerId })
    .whereNot({ kind: 'passport' })
    .whereNotNull('signed')
    .whereNull('revoked_at')
    .whereNull('superseded_by')
    .orderBy('requested_at')
    .orderBy('award_key')
}

/** Whether something of the person's was asked for anew and is not signed. */
export async function hasPendingReplacement(db: Db, learnerId: string): Promise<boolean> {
  const row: unknown = await db('credentials')
    .where({ learner_id: learnerId })
    .whereNotNull('replaces')
    .whereNull('signed_at')
    .first('id')
  return row !== undefined
}

export async function assembledMembers(db: Db, passportId: CredentialId): Promise<CredentialId[]> {
  const ids: unknown = await db('passport_members')
    .where({ passport_id: passportId })
    .orderBy('position')
    .pluck('credential_id')
  return z.array(z.string()).parse(ids) as CredentialId[]
}

export async function replaceMembers(
  db: Db,
  passportId: CredentialId,
  members: readonly CredentialId[],
): Promise<void> {
  await db('passport_members').where({ passport_id: passportId }).del()
  const rows = members.map((credentialId, position) => ({
    passport_id: passportId,
    credential_id: credentialId,
    position,
  }))
  for (let start = 0; start < rows.length; start += 100)
    await db('passport_members').insert(rows.slice(start, start + 100))
}

/**
 * The older passports of a passport's holder that hold something which its issuer withdrew because it was wrong, and that
 * stand on their own signature all the same.
 */
export async function passportsWithWrongMembers(
  db: Db,
  newest: { readonly id: CredentialId; readonly learnerId: string },
): Promise<{ id: CredentialId; organisationId: OrganisationId | null }[]> {
  const wrong = db('passport_members as inside')
    .join('credentials as member', 'member.id', 'inside.credential_id')
    .where('inside.passport_id', db.ref('credentials.id'))
    .where('member.revocation_reason', 'content-wrong')
    .select('inside.position')
  const rows: unknown = await db('credentials')
    .where({ learner_id: newest.learnerId, kind: 'passport' })
    .whereNot({ id: newest.id })
    .whereNotNull('signed_at')
    .whereNull('revoked_at')
    .whereExists(wrong)
    .orderBy('id')
    .select(['id', 'organisation_id'])
  return z
    .array(z.object({ id: z.string(), organisation_id: z.string().nullable() }))
    .parse(rows)
    .map((row) => ({
      id: row.id as CredentialId,
      organisationId: row.organisation_id as OrganisationId | null,
    }))
}

/** A learner has one current passport: the older ones point to it. */
export async function supersedeOlder(db: Db, passportId: CredentialId, learnerId: string): Promise<void> {
  await db('credentials')
    .where({ learner_id: learnerId, kind: 'passport' })
    .whereNot({ id: passportId })
    .whereNotNull('signed_at')
    .whereNull('superseded_by')
    .update({ superseded_by: passportId })
}

/**
 * Passports that were signed without something that had been asked for before them (its own signature came late) and
 * that nothing newer is about to replace.
 */
export async function passportsMissing(
  db: Db,
  members: readonly CredentialId[],
): Promise<{ memberId: CredentialId; award: PassportAward }[]> {
  const rows: unknown = await db('credentials as passport')
    .join('credentials as member', 'member.learner_id', 'passport.learner_id')
    .whereIn('member.id', [...members])
    .whereNotNull('member.signed_at')
    .whereNull('member.revoked_at')
    .whereNull('member.superseded_by')
    .where('passport.kind', 'passport')
    .whereNotNull('passport.signed_at')
    .whereNull('passport.superseded_by')
    .whereNull('passport.revoked_at')
    .where('passport.requested_at', '>=', db.ref('member.requested_at'))
    .whereNotExists(
      db('passport_members as inside')
        .where('inside.passport_id', db.ref('passport.id'))
        .where('inside.credential_id', db.ref('member.id'))
        .select('inside.position'),
    )
    .whereNotExists(
      db('credentials as coming')
        .where('coming.learner_id', db.ref('passport.learner_id'))
        .where('coming.kind', 'passport')
        .whereNull('coming.signed_at')
        .select('coming.id'),
    )
    .select(['member.id as member_id', 'passport.award as award'])
  return z
    .array(z.object({ member_id: z.string(), award: z.string() }))
    .parse(rows)
    .map((row) => ({
      memberId: row.member_id as CredentialId,
      award: parsePassportAward(row.award),
    }))
}
