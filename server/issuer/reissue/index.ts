// Signing again what was signed: corrected, under another key, or as the issuer presents itself today.
export {
  requestReissue,
  type ReissuedBatch,
  type ReissueInput,
  type ReissueReason,
} from './request-reissue.ts'
export { listCredentialsSignedBy } from './list-credentials-signed-by.ts'
export { lockCredentials } from './store.ts'
export { awardRoot } from './award-root.ts'
export { completeReissue, type ReissueDeps } from './complete-reissue.ts'
export { requestHostVoice, type HostVoice } from './request-host-voice.ts'
export { reissueSession } from './reissue-session.ts'
