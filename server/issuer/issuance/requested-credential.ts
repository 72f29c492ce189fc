import type { CredentialId } from '../../kernel/ids.ts'
import type { Award } from '../credentials/index.ts'

/** What asking for a credential gives at once, before it is signed: its lasting names. */
export interface RequestedCredential {
  readonly id: CredentialId
  readonly code: string
  readonly awardKey: string
  readonly kind: Award['kind']
  readonly learnerId: string
}
