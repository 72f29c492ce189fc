import type { CredentialId } from '../../kernel/ids.ts'
import type { JsonObject } from '../../vc/index.ts'
import type { Award, BuildContext, PassportAward } from '../credentials/index.ts'

/** Why a credential was signed anew. */
export const REISSUE_REASONS = [
  'confirmation', // the host abroad spoke after it was signed: the old one says nothing wrong
  'correction', // something it says was wrong: the old one is withdrawn for everybody
  'key-compromised', // the key that signed the old one is not trusted any more
  'renewal', // the same again, with the issuer as it presents itself today
] as const
export type ReissueReason = (typeof REISSUE_REASONS)[number]

/** What the register must know of a credential before there is one. */
export type AwardHeader = Pick<Award, 'awardKey' | 'kind' | 'locale' | 'organisationId' | 'sessionId'> & {
  readonly learner: Pick<Award['learner'], 'id'>
}

/** One credential to be. A passport has no text yet: it is assembled once its members are signed. */
export type CredentialRequest = {
  /** Why it takes the place of another one. */
  readonly reissuedBecause?: ReissueReason
} & (
  | { readonly award: PassportAward }
  | {
      readonly award: AwardHeader & { readonly kind: Exclude<Award['kind'], 'passport'> }
      /** Of an endorsement: the award key of the credential it speaks of. */
      readonly endorses?: string
      /** The credential that this one takes the place of, once this one is signed. */
      readonly replaces?: CredentialId
      /** Writes its text; throws `schema-mismatch`. */
      readonly build: (context: BuildContext) => JsonObject
    }
)
