import { isDeepStrictEqual } from 'node:util'
import {
  listCredentialsOfLearner,
  listCredentialsOfSession,
  readCredential,
  readPassport,
  type CredentialRecord,
  type PassportContent,
} from '../../issuer/credentials/index.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/locale.ts'
import { mayActIn, type Actor } from '../../kernel/roles.ts'
import type { JsonObject } from '../../vc/index.ts'
import type { Db } from '../../platform/db/index.ts'

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
  const revoked = others.filter(({ revokedAt }) => revokedAt !== null)
  const stands = ({ url }: { readonly url: string }) => !revoked.some((other) => other.url === url)
  const withdrawn = revoked.flatMap(({ kind, signed }) =>
    kind === 'mobility' && signed !== null
      ? (readCredential(JSON.parse(signed) as JsonObject).mobility ?? [])
      : [],
  )
  return {
    record,
    content: {
      ...content,
      stays: content.stays.filter((stay) => !withdrawn.some((other) => isDeepStrictEqual(other, stay))),
      competences: content.competences.filter(stands),
      attendances: content.attendances.filter(stands),
    },
  }
}

/** The young people a session issued credentials to, in the order of the session. */
export async function listLearnersOfSession(db: Db, actor: Actor, sessionId: string): Promise<string[]> {
  const records = await listCredentialsOfSession(db, sessionId)
  const own = records.filter(
    ({ organisationId }) => organisationId !== null && mayActIn(actor, organisationId, 'trainer'),
  )
  // whether another structure's session exists is that structure's business
  if (own.length === 0) throw new AppError('not-found')
  return [...new Set(own.map(({ learnerId }) => learnerId))]
}

/** The passports to print for a session, by the holder's name. */
export async function listPassportsOfSession(
  db: Db,
  actor: Actor,
  sessionId: string,
  locale: Locale,
): Promise<PassportContent[]> {
  const contents: PassportContent[] = []
  for (const learnerId of await listLearnersOfSession(db, actor, sessionId)) {
    const passport = await findPassportOf(db, learnerId, locale)
    if (passport) contents.push(passport.content)
  }
  if (contents.length === 0) throw new AppError('not-yet-issued')
  return contents.sort((a, b) => a.holderName.localeCompare(b.holderName, locale))
}
