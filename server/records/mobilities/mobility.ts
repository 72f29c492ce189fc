import type { IsoDate } from '../../kernel/clock.ts'
import type { LearnerId, MobilityId } from '../../kernel/ids.ts'

/**
 * One stay abroad, with its two halves as in the Europass Mobility since 2023: what was agreed before leaving
 * (`departure…`), what was done once back (`return…`).
 */
export interface Mobility {
  readonly id: MobilityId
  readonly learnerId: LearnerId
  /** A code of {@link PROGRAMMES}, or the programme's name as somebody wrote it. */
  readonly programme: string
  readonly activity: string | null
  readonly hostName: string | null
  readonly hostTown: string | null
  /** ISO 3166-1 alpha-2. */
  readonly hostCountry: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  readonly departureObjectives: string | null
  readonly departureAgreedOn: IsoDate | null
  /** Who signed what was agreed. */
  readonly departureSignatories: readonly Signatory[]
  readonly returnSummary: string | null
  readonly returnRecordedOn: IsoDate | null
  /** A code of `FUNDERS`, or the funder's name as somebody wrote it. */
  readonly funder: string | null
  /** What the stay belongs to: an apprenticeship, a placement, a volunteering project (Europass Mobility, 24). */
  readonly learningInitiative: string | null
  /** The diploma it prepares for (25). */
  readonly qualification: string | null
  /** Who accompanies from the sending structure, and what they do there (13, 14). */
  readonly sendingMentor: string | null
  readonly sendingMentorRole: string | null
  readonly hostAddress: string | null
  /** The tutor abroad, and what they do there (19, 20). */
  readonly hostMentor: string | null
  readonly hostMentorRole: string | null
  /** Tasks carried out (29). */
  readonly returnTasks: string | null
  readonly createdAt: string
  readonly updatedAt: string
}

/** Who may have signed what was agreed before leaving. */
export const SIGNATORIES = ['youth', 'guardian', 'sending', 'host'] as const
export type Signatory = (typeof SIGNATORIES)[number]

/** The fields that a spreadsheet does not fill. */
export const NOTHING_MORE_TOLD = {
  departureSignatories: [],
  funder: null,
  learningInitiative: null,
  qualification: null,
  sendingMentor: null,
  sendingMentorRole: null,
  hostAddress: null,
  hostMentor: null,
  hostMentorRole: null,
  returnTasks: null,
} as const satisfies Partial<Mobility>

/** What somebody says about a stay. An absent value says nothing: it never erases what is known. */
export interface MobilityInput {
  readonly programme?: string | undefined
  readonly activity?: string | undefined
  readonly hostName?: string | undefined
  readonly hostTown?: string | undefined
  readonly hostCountry: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  readonly departureObjectives?: string | undefined
  readonly departureAgreedOn?: IsoDate | undefined
  readonly returnSummary?: string | undefined
}

/** Fields of a {@link MobilityInput} compared and copied one by one. */
const FIELDS = [
  'programme',
  'activity',
  'hostName',
  'hostTown',
  'hostCountry',
  'startsOn',
  'endsOn',
  'departureObjectives',
  'departureAgreedOn',
  'returnSummary',
] as const satisfies readonly (keyof MobilityInput)[]

export type MobilityField = (typeof FIELDS)[number]

/**
 * The stay that `input` speaks of, among those the learner already has: the same start and country, otherwise one
 * whose dates overlap (nobody is in two places at once, so a later list corrects an earlier one).
 */
export function matchMobility(
  known: readonly Mobility[],
  input: Pick<MobilityInput, 'hostCountry' | 'startsOn' | 'endsOn'>,
): Mobility | undefined {
  const exact = known.find(
    (stay) => stay.startsOn === input.startsOn && stay.hostCountry === input.hostCountry,
  )
  if (exact !== undefined) return exact
  // strictly: coming home and leaving again the same day makes two stays
  const overlapping = known.filter((stay) => stay.startsOn < input.endsOn && input.startsOn < stay.endsOn)
  return overlapping.find((stay) => stay.hostCountry === input.hostCountry) ?? overlapping[0]
}

/** The fields that `input` would change in a known stay. */
export function mobilityChanges(mobility: Mobility, input: MobilityInput): MobilityField[] {
  return FIELDS.filter((field) => input[field] !== undefined && input[field] !== mobility[field])
}

/** Days abroad, first and last included; 0 when the dates are the wrong way round. */
export function stayLengthInDays(stay: Pick<Mobility, 'startsOn' | 'endsOn'>): number {
  const days = (Date.parse(stay.endsOn) - Date.parse(stay.startsOn)) / 86_400_000
  return Math.max(0, Math.round(days) + 1)
}
