import type {
  EnrolmentId,
  LearnerId,
  MobilityId,
  OrganisationId,
  TrainingSessionId,
} from '../../kernel/ids.ts'
import type { Learner } from '../learners/index.ts'
import { stayLengthInDays, type Mobility } from '../mobilities/index.ts'
import type { HalfDayTally } from './half-day.ts'

/** `expected` until somebody says whether the young person came. */
export const ATTENDANCES = ['expected', 'present', 'absent'] as const
export type Attendance = (typeof ATTENDANCES)[number]

/** Longest observation in characters: it is printed on the passport. */
export const OBSERVATION_MAX = 1000

export interface SendingStructure {
  readonly id: OrganisationId
  /** The name the structure shows outside. */
  readonly name: string
}

/** A young person's place in a session. */
export interface Enrolment {
  readonly id: EnrolmentId
  readonly sessionId: TrainingSessionId
  readonly learner: Learner
  /** The stay this session speaks of. */
  readonly mobility: Mobility | undefined
  /** Follows from the half-days as soon as one of them is noted. */
  readonly attendance: Attendance
  /** How many half-days the person was there; undefined while none is noted. */
  readonly halfDays: HalfDayTally | undefined
  /** Another structure that sent the young person, whose record the session's structure keeps. */
  readonly sentBy: SendingStructure | undefined
  /** What the trainer saw of this person in the whole session. */
  readonly observation: string | undefined
  /** Order in the grid. */
  readonly position: number
  readonly updatedAt: string
}

export interface EnrolmentInput {
  readonly sessionId: TrainingSessionId
  readonly learnerId: LearnerId
  /** The stay this session speaks of; left as it is when undefined. */
  readonly mobilityId?: MobilityId | undefined
  /** Left as it is when undefined. */
  readonly sentBy?: OrganisationId | undefined
  /** Left as it is when undefined (`expected` for a new enrolment), and where half-days say it already. */
  readonly attendance?: Attendance | undefined
  /** Left as it is when undefined; null empties it. */
  readonly observation?: string | null | undefined
}

export interface EnrolmentResult {
  readonly enrolmentId: EnrolmentId
  readonly outcome: 'created' | 'updated' | 'unchanged'
}

/** Whole weeks of a stay, at least one: « 12 semaines » is how people speak of it. */
export function weeksOf(stay: Pick<Mobility, 'startsOn' | 'endsOn'>): number {
  return Math.max(1, Math.round(stayLengthInDays(stay) / 7))
}
