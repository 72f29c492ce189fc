import type { IsoDate } from '../../kernel/clock.ts'
import type { Language, Locale } from '../../kernel/locale.ts'
import type { LevelCode } from '../achievements/index.ts'
import type { BadgeAward } from './build-credential.ts'
import type { EvidenceFacts, MobilityFacts, SessionFacts } from './award.ts'
import type { EndorsementContent } from './read-endorsement.ts'

/** A competence as its credential tells it, in three voices. */
export interface CompetenceContent {
  readonly code: string
  readonly label: string
  readonly description: string
  /** Of label and description. */
  readonly language: Language
  /** The attested level. */
  readonly level: LevelCode
  readonly levelLabel: string
  /** How many levels there are. */
  readonly levelMax: number
  /** Of the words for levels. */
  readonly levelLanguage: Language
  readonly declaredLevel?: LevelCode
  readonly declaredLabel?: string
  readonly confirmedLevel?: LevelCode
  readonly confirmedLabel?: string
  readonly confirmedBy?: string
}

/** Everything one signed credential says, read from its bytes. */
export interface CredentialContent {
  readonly kind: BadgeAward['kind']
  /** Its `id`. */
  readonly url: string
  readonly code: string
  readonly holderName: string
  /** The language it was written in. */
  readonly locale: Locale
  readonly title: string
  readonly competence?: CompetenceContent
  readonly observation?: string
  readonly mobility?: MobilityFacts
  readonly session?: SessionFacts
  readonly issuer: {
    readonly did: string
    readonly name: string
    readonly url?: string
    readonly email?: string
  }
  readonly attestedBy: string
  readonly awardedOn: IsoDate
  readonly validFrom: string
  readonly evidence: readonly EvidenceFacts[]
}

/** A passport: the signed collection, sorted for a reader. */
export interface PassportContent {
  readonly code: string
  readonly url: string
  readonly holderName: string
  readonly locale: Locale
  readonly issuedOn: IsoDate
  /** The newest first, each once. */
  readonly stays: readonly MobilityFacts[]
  readonly competences: readonly CredentialContent[]
  readonly mobilities: readonly CredentialContent[]
  readonly attendances: readonly CredentialContent[]
  /** What hosts abroad say of the stays. */
  readonly endorsements: readonly EndorsementContent[]
  /** Who attests, each once. */
  readonly attestations: readonly {
    /** Who signed it. */
    readonly did: string
    readonly organisation: string
    readonly official: string
    readonly email?: string
    readonly url?: string
  }[]
  /** The platform that signed the collection, by the name it gave itself then. */
  readonly platform: string
  /** Every structure that signed something of it and the platform, in alphabetical order. */
  readonly partners: readonly string[]
  readonly signedJson: string
}
