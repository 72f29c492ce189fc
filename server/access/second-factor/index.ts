// What is asked besides a password: codes of an app, recovery codes, passkeys, and of whom.
export { checkCode } from './check-code.ts'
export { beginAppEnrolment, confirmAppEnrolment, openAppEnrolment, type AppEnrolment } from './enrol-app.ts'
export { findSecondFactors } from './find-second-factors.ts'
export { removeApp, removeOwnPasskey, resetSecondFactors, type RemovalDeps } from './remove-second-factor.ts'
export { recoveryCodesFor, renewRecoveryCodes } from './renew-recovery-codes.ts'
export {
  hasSecondFactor,
  needsSecondFactor,
  type SecondFactorDeps,
  type SecondFactorPolicy,
  type SecondFactors,
} from './second-factor.ts'
