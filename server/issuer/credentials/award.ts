import type { IsoDate } from '../../kernel/clock.ts'
import type { LearnerId, OrganisationId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { StatusPurpose } from '../../vc/index.ts'
import type { LevelCode } from '../achievements/index.ts'

/** The Open Badges `achievementType` of a stay. */
export const STAY_KINDS = ['Fieldwork', 'CommunityService', 'CoCurricular'] as const
export type StayKind = (typeof STAY_KINDS)[number]

/** A stay abroad, in the words of the credential's language. */
export interface MobilityFacts {
  /** Its name in words: « Erasmus+ formation professionnelle ». */
  readonly programme: string
  readonly kind: StayKind
  /** What the person did: « Stage en menuiserie ». */
  readonly activity?: string
  readonly hostName?: string
  readonly hostTown?: string
  /** ISO 3166-1 alpha-2. */
  readonly hostCountry: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
}

export interface SessionFacts {
  readonly title: string
  readonly kind: 'departure' | 'return'
  readonly place?: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  /** Mornings and afternoons the person was there, of those that took place; where they were noted. */
  readonly halfDays?: { readonly attended: number; readonly of: number }
}

export interface EvidenceFacts {
  readonly name: string
  readonly narrative?: string
  readonly genre: string
  /** Digest of the file, in hexadecimal; the file itself stays where it is. */
  readonly sha256?: string
}

interface AwardBase {
  /** What makes asking twice the same request: `session:<id>:<learner>:EQUIPE`. */
  readonly awardKey: string
  readonly learner: { readonly id: LearnerId; readonly name: string; readonly subjectUrn: string }
  readonly organisationId: OrganisationId
  readonly sessionId: TrainingSessionId | null
  readonly locale: Locale
  readonly awardedOn: IsoDate
  /** The trainer who attests, by name. */
  readonly attestedBy: string
}

export interface CompetenceAward extends AwardBase {
  readonly kind: 'competence'
  readonly competence: string
  readonly level: LevelCode
  readonly declaredLevel?: LevelCode
  readonly confirmed?: { readonly level: LevelCode; readonly by: string }
  /** What the trainer saw. */
  readonly observation?: string
  readonly mobility?: MobilityFacts
  readonly evidence?: readonly EvidenceFacts[]
}

export interface MobilityAward extends AwardBase {
  readonly kind: 'mobility'
  readonly mobility: MobilityFacts
  /** What the person did there, and how it was seen. */
  readonly summary?: string
}

export interface AttendanceAward extends AwardBase {
  readonly kind: 'attendance'
  readonly session: SessionFacts
}

/** The signed collection of everything the person holds; issued by the platform. */
export interface PassportAward extends AwardBase {
  readonly kind: 'passport'
}

/** What the host abroad says of a stay. The host has no key: the structure signs what came through its link. */
export interface EndorsementAward extends AwardBase {
  readonly kind: 'endorsement'
  /** Award key of the credential it speaks of. */
  readonly endorses: string
  readonly stay: MobilityFacts
  /** When the person was there, in the host's own words: not always the stay's dates. */
  readonly dates: { readonly startsOn: IsoDate; readonly endsOn: IsoDate }
  /** Who speaks, where they agreed to be named. */
  readonly tutor?: { readonly name: string; readonly role?: string }
  readonly sentence?: string
  /** How the host was reached. */
  readonly reached: {
    readonly way: 'mail' | 'paper'
    readonly askedOn: IsoDate
    readonly answeredOn: IsoDate
  }
}

export type Award = CompetenceAward | MobilityAward | AttendanceAward | EndorsementAward | PassportAward
export type CredentialKind = Award['kind']

/** How the issuer presents itself in what it signs. */
export interface IssuerProfile {
  readonly did: string
  readonly name: string
  readonly url?: string
  readonly email?: string
  readonly countryCode?: 'FR'
}

/** One entry of a status list, as the credential names it. */
export interface StatusReference {
  readonly listUrl: string
  readonly index: number
  readonly purpose: StatusPurpose
}

/** What a credential gets from the register rather than from the award. */
export interface BuildContext {
  /** The credential's own URL. */
  readonly id: string
  readonly publicUrl: string
  readonly issuer: IssuerProfile
  /** Its status list entries, one a purpose. */
  readonly status: readonly StatusReference[]
  readonly now: Date
  /** Of an endorsement: the URL of the credential it speaks of. */
  readonly endorsed?: string
}
