import type { EnrolmentId, TrainingSessionId } from '../../kernel/ids.ts'
import { NOT_YET, type Competence, type LevelCode } from '../../issuer/achievements/index.ts'

/** Who speaks: the young person, the trainer, the host abroad. Kept and shown apart, always. */
export const VOICES = ['declared', 'attested', 'confirmed'] as const
export type Voice = (typeof VOICES)[number]

/** A level of the competence, or « pas encore », which never leaves the young person's own space. */
export type AssessedLevel = LevelCode | typeof NOT_YET

/** What one voice says of one competence of one young person. */
export interface Assessment {
  readonly enrolmentId: EnrolmentId
  readonly competence: string
  readonly voice: Voice
  /** Undefined when something was observed and no level set yet. */
  readonly level: AssessedLevel | undefined
  readonly observation: string | undefined
  /** Whose voice it is: the young person, the trainer, the host's tutor. */
  readonly authorName: string
  readonly updatedAt: string
}

export interface AssessmentChange {
  readonly enrolmentId: EnrolmentId
  readonly competence: string
  readonly voice: Voice
  /** null empties the cell. Checked against the competence's levels. Left as it is when undefined. */
  readonly level?: string | null | undefined
  /** null empties it; left as it is when undefined. */
  readonly observation?: string | null | undefined
  /** Whose voice it is, when somebody else's words are copied from paper. By default the young person for `declared`,
   * the host structure for `confirmed`, the actor for `attested`. */
  readonly authorName?: string | undefined
}

export interface AssessmentsInput {
  readonly sessionId: TrainingSessionId
  readonly changes: readonly AssessmentChange[]
}

/** The level as a code of this competence, or undefined when it has no such level. */
export function levelOf(competence: Competence, level: string): AssessedLevel | undefined {
  if (level === NOT_YET) return NOT_YET
  return competence.levels.find(({ code }) => code === level)?.code
}

/** Levels that may leave in a credential: everything that was said, except « pas encore ». */
export function attestable(level: AssessedLevel | undefined): LevelCode | undefined {
  return level === NOT_YET ? undefined : level
}
