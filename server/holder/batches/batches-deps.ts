import type { CompactProofDeps } from '../../issuer/compact-proofs/index.ts'
import type { SealPassport } from '../passports/index.ts'
import type { BatchFolder } from './batch-folder.ts'

/** What batches need; `compose.ts` fills it. */
export interface BatchDeps extends CompactProofDeps {
  readonly batchFolder: BatchFolder
  readonly sealPassport: SealPassport
}
