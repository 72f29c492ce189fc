import type { CompactProofDeps } from '../../issuer/compact-proofs/index.ts'
import {
  keepMembers,
  listCredentialsOfLearner,
  listCredentialsOfSession,
  readPassport,
  type CredentialRecord,
  type PassportContent,
} from '../../issuer/credentials/index.ts'
import { AppError } from '../../kernel/errors.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { PrintedPassport } from './print-options.ts'
import { toPrint } from './to-print.ts'

/** Whether somebody may open a training session: the records side answers, through `compose`. */
export type CanOpenSession = (actor: Actor, sessionId: string) => Promise<boolean>

/**
 * Seals a passport that goes out alone with its structure's certificate. Bytes come back as they are when there is no
 * seal to use: a passport is printed in any case. The holder's seals answer, through `compose`.
 */
export type SealPassport = (
  bytes: Uint8Array,
  of: { readonly organisationId: OrganisationId | null; readonly locale: Locale },
) => Promise<Uint8Array>

export interface SessionPassportsDeps {
  readonly db: Db
  readonly canOpenSession: CanOpenSession
}

export interface Passport {
  readonly record: CredentialRecord
  readonly content: PassportContent
}

/** The passport a young person holds now; undefined until one is signed. */
export async function findPassportOf(
  db: Db,
  learnerId: string,
  locale: Locale,
): Promise<Passport | undefined> {
  const records = await listCredentialsOfLearner(db, learnerId)
  const current = records
    .filter(
      ({ kind, signed, revokedAt, supersededBy }) =>
        kind === 'passport' && signed && !revokedAt && !supersededBy,
    )
    .sort((a, b) => (a.signedAt ?? '').localeCompare(b.signedAt ?? ''))
    .at(-1)
  return current && toPassport(current, records, locale)
}

/** Whether somebody held a passport that was withdrawn since. */
export async function hadPassport(db: Db, learnerId: string): Promise<boolean> {
  const records = await listCredentialsOfLearner(db, learnerId)
  return records.some(({ kind, revokedAt }) => kind === 'passport' && revokedAt !== null)
}

/**
 * What a passport says: what was signed, less what was revoked since. Nothing of the database but the signed bytes
 * and their revocation reaches the page.
 * @throws AppError `not-yet-issued` while it is not signed
 */
export function toPassport(
  record: CredentialRecord,
  others: readonly CredentialRecord[],
  locale: Locale,
): Passport {
  if (record.signed === null) throw new AppError('not-yet-issued')
  const content = readPassport(record.signed, locale)
  const revoked = new Set(others.flatMap(({ revokedAt, url }) => (revokedAt === null ? [] : [url])))
  return { record, content: keepMembers(content, ({ url }) => !revoked.has(url)) }
}

/**
 * The young people a session issued credentials to, in the order of the session; none before it is signed.
 * @throws AppError `not-found` for whoever may not open the session
 */
export async function listLearnersOfSession(
  deps: SessionPassportsDeps,
  actor: Actor,
  sessionId: string,
): Promise<string[]> {
  if (!(await deps.canOpenSession(actor, sessionId))) throw new AppError('not-found')
  const records = await listCredentialsOfSession(deps.db, sessionId)
  return [...new Set(records.map(({ learnerId }) => learnerId))]
}

/**
 * The passports to print for a session, by the holder's name.
 * @throws AppError `not-found` for whoever may not open the session, `not-yet-issued` when none is signed
 */
export async function listPassportsOfSession(
  deps: SessionPassportsDeps & CompactProofDeps,
  actor: Actor,
  sessionId: string,
  locale: Locale,
): Promise<PrintedPassport[]> {
  const contents: PrintedPassport[] = []
  for (const learnerId of await listLearnersOfSession(deps, actor, sessionId)) {
    const passport = await findPassportOf(deps.db, learnerId, locale)
    if (passport) contents.push(await toPrint(deps, passport))
  }
  if (contents.length === 0) throw new AppError('not-yet-issued')
  return contents.sort((a, b) => a.holderName.localeCompare(b.holderName, locale))
}
