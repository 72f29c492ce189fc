import type { IssuanceDeps } from '../../issuer/issuance/index.ts'
import type { Mailer } from '../../platform/mail/index.ts'
import type { Views } from '../../platform/views/index.ts'
import type { AssessmentDeps } from '../assessments/index.ts'

/** What hearing a host abroad needs; `compose.ts` fills it. */
export interface HostVoiceDeps extends IssuanceDeps {
  readonly mailer: Mailer
  readonly views: Views
  /** Tells the pages that show what changed. */
  readonly live?: AssessmentDeps['live']
}
