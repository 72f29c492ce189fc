import type { IsoDate } from '../../kernel/clock.ts'
import type { EnrolmentId, LearnerId, OrganisationId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { AssessedLevel } from '../assessments/index.ts'
import type { SaveOutcome } from '../learners/index.ts'
import type { MobilityInput } from '../mobilities/index.ts'
import type {
  Attendance,
  SendingStructure,
  SessionKind,
  TrainingSession,
} from '../training-sessions/index.ts'
import type { ImportProblem } from './problem.ts'
import type { Person } from './read-person.ts'
import type { ReadLevel } from './read-row.ts'
import type { Column } from './recognise-columns.ts'

/** Which session the file is imported into. */
export type ImportTarget =
  | { readonly kind: 'existing'; readonly sessionId: string }
  /**
   * A session the file describes, made when no session of the structure has the same kind, title and day. The
   * file's own columns (session, place, dates) come before these values.
   */
  | {
      readonly kind: 'new'
      /** By default the structure most rows name. */
      readonly organisationId?: OrganisationId | undefined
      readonly sessionKind: SessionKind
      readonly locale: Locale
      readonly title?: string | undefined
      readonly place?: string | undefined
      readonly startsOn?: IsoDate | undefined
      readonly endsOn?: IsoDate | undefined
    }

/** A structure of the plan; `id` is undefined when the import would create it. */
export interface PlannedStructure {
  readonly id: OrganisationId | undefined
  readonly name: string
}

export type { SendingStructure }

export type PlannedSession =
  | { readonly kind: 'existing'; readonly session: TrainingSession }
  | {
      readonly kind: 'new'
      readonly structure: PlannedStructure
      readonly sessionKind: SessionKind
      readonly locale: Locale
      readonly title: string
      readonly place: string | undefined
      readonly startsOn: IsoDate
      readonly endsOn: IsoDate
    }

export interface PlannedLevel extends ReadLevel {
  /** What the grid says today. */
  readonly before: AssessedLevel | undefined
}

/** What would happen to one young person. */
export interface PlannedRow {
  /** Spreadsheet row. */
  readonly number: number
  readonly person: Person
  /** Who keeps, or will keep, the person's record. */
  readonly structure: PlannedStructure
  /** The structure the row names, when the session's own keeps the record in its place. */
  readonly sentBy: SendingStructure | undefined
  /** The record is another structure's, already in the session: only the place in the session may change. */
  readonly placeOnly: boolean
  readonly learnerId: LearnerId | undefined
  readonly enrolmentId: EnrolmentId | undefined
  readonly stay: MobilityInput | undefined
  readonly attendance: Attendance | undefined
  readonly observation: string | undefined
  /** Only the levels that would change. */
  readonly levels: readonly PlannedLevel[]
  readonly parts: {
    readonly learner: SaveOutcome
    readonly stay: SaveOutcome
    readonly enrolment: SaveOutcome
  }
  /** `created`: new in the session. */
  readonly outcome: SaveOutcome
}

/** Everything an import would do, and everything that stands in its way. Nothing is written to make it. */
export interface ImportPlan {
  readonly session: PlannedSession
  readonly columns: readonly Column[]
  /** Columns nobody reads and nothing keeps. */
  readonly ignored: readonly Column[]
  /** Competences the session would gain, in the file's order. */
  readonly addedCompetences: readonly string[]
  readonly newStructures: readonly string[]
  readonly rows: readonly PlannedRow[]
  /** Errors first, in the spreadsheet's order; the first {@link MAX_LISTED_PROBLEMS}. */
  readonly problems: readonly ImportProblem[]
  readonly errorCount: number
  readonly warningCount: number
  readonly counts: Readonly<Record<SaveOutcome, number>>
  /** Same fingerprint, same effect: the confirmation of a dry run carries it. */
  readonly fingerprint: string
}

export const NOTHING: Readonly<Record<SaveOutcome, number>> = { created: 0, updated: 0, unchanged: 0 }
