import { translator } from '../../platform/i18n/index.ts'
import { CLR_CONTEXT, CREDENTIALS_V2, OPEN_BADGES_CONTEXT, type JsonObject } from '../../vc/index.ts'
import type { BuildContext, PassportAward } from './award.ts'
import { checkOwnSchema } from './check-own-schema.ts'
import { commonProperties, subjectIdentity } from './common-properties.ts'

/**
 * The unsigned passport: a Comprehensive Learner Record (1EdTech CLR 2.0, ClrCredential) that holds the signed
 * credentials as they are.
 * @throws AppError `schema-mismatch`
 */
export function buildPassport(
  award: PassportAward,
  members: readonly JsonObject[],
  context: BuildContext,
): JsonObject {
  const t = translator(award.locale)
  const passport: JsonObject = {
    '@context': [CREDENTIALS_V2, CLR_CONTEXT, OPEN_BADGES_CONTEXT],
    id: context.id,
    type: ['VerifiableCredential', 'ClrCredential'],
    name: t('achievements.passportName'),
    ...commonProperties(award, context),
    inLanguage: award.locale,
    credentialSubject: {
      ...subjectIdentity(award),
      type: ['ClrSubject'],
      verifiableCredential: [...members],
    },
  }
  checkOwnSchema('passport', passport)
  return passport
}
