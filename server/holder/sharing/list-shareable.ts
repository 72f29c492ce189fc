import { listCredentialsOfLearner, type CredentialContent } from '../../issuer/credentials/index.ts'
import type { CredentialId, LearnerId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import { readSigned } from './read-signed.ts'

/** Something of a passport that may be shared: a competence or a stay. */
export interface Shareable {
  readonly id: CredentialId
  readonly content: CredentialContent
}

/** What somebody holds that stands today, stays first. */
export async function listShareable(db: Db, learnerId: LearnerId, locale: Locale): Promise<Shareable[]> {
  const records = await listCredentialsOfLearner(db, learnerId)
  const standing = records.flatMap(({ id, kind, signed, revokedAt, suspendedAt, supersededBy }) =>
    signed !== null &&
    (kind === 'mobility' || kind === 'competence') &&
    revokedAt === null &&
    suspendedAt === null &&
    supersededBy === null
      ? [{ id, content: readSigned(signed, locale) }]
      : [],
  )
  return standing.sort(
    (a, b) => Number(b.content.kind === 'mobility') - Number(a.content.kind === 'mobility'),
  )
}
