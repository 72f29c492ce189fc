import type { CredentialChange, CredentialRecord, Award } from '../../issuer/credentials/index.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Names } from '../learners/index.ts'
import type { AssessmentChange } from '../assessments/index.ts'
import type { Enrolment } from '../training-sessions/index.ts'

/** What a correction may be about: the person's name, their general observation, a level, or the words beside it. */
export type CorrectedField = 'givenName' | 'familyName' | 'observation' | 'level' | 'note'

/** One value that was wrong, and what it becomes. Empty when there was, or will be, nothing. */
export interface FieldCorrection {
  readonly field: CorrectedField
  readonly competence?: string
  readonly before: string
  readonly after: string
}

/** Everything that correcting one young person does. */
export interface PersonCorrection {
  readonly enrolment: Enrolment
  readonly corrections: readonly FieldCorrection[]
  /** New names, when they change. */
  readonly names: Names | undefined
  readonly observation: string | undefined
  readonly cells: readonly AssessmentChange[]
  /** Signed anew, each with what it will say otherwise. */
  readonly reissued: readonly { readonly record: CredentialRecord; readonly change: CredentialChange }[]
  /** Nothing attests them any more: « pas encore ». */
  readonly withdrawn: readonly CredentialRecord[]
  /** Attested for the first time, the passport too where there was none. */
  readonly added: readonly Award[]
  /** The passport they hold, which a new one replaces; none when nothing signed changes, or nothing is left to collect. */
  readonly passport: CredentialRecord | undefined
}

/** A correction that was made, as the structure remembers it. */
export interface CorrectionMade extends FieldCorrection {
  readonly learnerId: LearnerId
  readonly madeAt: string
  readonly madeByName: string
}
