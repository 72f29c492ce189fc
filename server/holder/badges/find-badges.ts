import { mayShowPublicly } from '../../access/guardianship/index.ts'
import {
  findCredentialByCode,
  listCredentialsOfLearner,
  readCredential,
  type CompetenceContent,
  type CredentialContent,
  type CredentialRecord,
} from '../../issuer/credentials/index.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { parseCrockfordCode, type LearnerId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import { isJsonObject } from '../../vc/index.ts'

export interface BadgeDeps {
  readonly db: Db
  readonly clock: Clock
}

/** A competence somebody holds, as a credential of its own with its own code. */
export interface Badge {
  readonly content: CredentialContent
  readonly competence: CompetenceContent
  /** The credential as it was signed, byte for byte. */
  readonly signed: string
}

/** The badges of somebody that stand today, and whether their pages show anything to others. */
export async function listBadges(
  { db, clock }: BadgeDeps,
  learnerId: LearnerId,
  locale: Locale,
): Promise<{ readonly badges: readonly Badge[]; readonly isPublic: boolean }> {
  const records = await listCredentialsOfLearner(db, learnerId)
  return {
    badges: records.filter(stands).flatMap((record) => toBadge(record, locale) ?? []),
    isPublic: await mayShowPublicly(db, learnerId, clock.now()),
  }
}

/**
 * One badge of theirs by its code.
 * @throws AppError `not-found` (also for somebody else's, and for what is no competence), `not-yet-issued`,
 *   `credential-withdrawn` when it was withdrawn, suspended or replaced
 */
export async function requireBadge(
  { db }: Pick<BadgeDeps, 'db'>,
  learnerId: LearnerId,
  typed: string,
  locale: Locale,
): Promise<Badge> {
  const code = parseCrockfordCode(typed, 12)
  const record = code === undefined ? undefined : await findCredentialByCode(db, code)
  if (record?.kind !== 'competence' || record.learnerId !== learnerId) throw new AppError('not-found')
  if (record.signed === null) throw new AppError('not-yet-issued')
  const badge = stands(record) ? toBadge(record, locale) : undefined
  if (badge === undefined) throw new AppError('credential-withdrawn')
  return badge
}

const stands = ({ kind, revokedAt, suspendedAt, supersededBy }: CredentialRecord): boolean =>
  kind === 'competence' && revokedAt === null && suspendedAt === null && supersededBy === null

function toBadge({ signed }: CredentialRecord, locale: Locale): Badge | undefined {
  const document: unknown = signed === null ? undefined : JSON.parse(signed)
  if (signed === null || !isJsonObject(document)) return undefined
  const content = readCredential(document, locale)
  return content.competence && { content, competence: content.competence, signed }
}
