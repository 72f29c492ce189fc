import type { JsonObject } from '../../vc/index.ts'
import { attendanceParts } from './attendance-parts.ts'
import type { Award, BuildContext, EndorsementAward, PassportAward } from './award.ts'
import { checkOwnSchema } from './check-own-schema.ts'
import { commonProperties, OPEN_BADGE_CONTEXTS, subjectIdentity } from './common-properties.ts'
import { competenceParts } from './competence-parts.ts'
import { mobilityParts } from './mobility-parts.ts'
import { withoutBlanks } from './without-blanks.ts'

/** What is particular to one kind of credential. */
export interface Parts {
  readonly name: string
  readonly subject: JsonObject
  readonly evidence: readonly JsonObject[]
}

/** An award that becomes an Open Badge of its own. */
export type BadgeAward = Exclude<Award, PassportAward | EndorsementAward>

/**
 * The unsigned Open Badges 3.0 credential of an award, in the award's language, checked against our own schema.
 * @throws AppError `schema-mismatch`
 */
export function buildCredential(award: BadgeAward, context: BuildContext): JsonObject {
  const { name, subject, evidence } = partsOf(withoutBlanks(award), context)
  const credential: JsonObject = {
    '@context': [...OPEN_BADGE_CONTEXTS],
    id: context.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    ...commonProperties(award, context),
    credentialSubject: { ...subjectIdentity(award), type: ['AchievementSubject'], ...subject },
    ...(evidence.length === 0 ? {} : { evidence: [...evidence] }),
  }
  checkOwnSchema('open-badge-credential', credential)
  return credential
}

function partsOf(award: BadgeAward, context: BuildContext): Parts {
  if (award.kind === 'competence') return competenceParts(award, context)
  return award.kind === 'mobility' ? mobilityParts(award, context) : attendanceParts(award, context)
}
