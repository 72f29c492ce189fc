import { createLogin, type Login, type SignOnDoor } from './access/login/index.ts'
import { createSeal, type Seal } from './access/sealing/index.ts'
import type { SecondFactorPolicy } from './access/second-factor/index.ts'
import { createProvider, createSignOnDoor, type SignOnDeps } from './access/single-sign-on/index.ts'
import type { KeyRing } from './issuer/keys/index.ts'
import type { Clock } from './kernel/clock.ts'
import type { Config } from './platform/config/index.ts'
import type { Db } from './platform/db/index.ts'
import type { Logger } from './platform/log/index.ts'

/** How staff sign in, as far as routes and commands need it. */
export interface StaffSignIn {
  readonly login: Login
  readonly secondFactorPolicy: SecondFactorPolicy
  /** Closes the secrets shared with code apps. */
  readonly totpSeal: Seal
  readonly recoveryKey: Uint8Array
  /** The other organisation that staff may sign in through, when one is configured. */
  readonly singleSignOn?: SignOnDeps
  readonly signOn?: SignOnDoor
}

/** Wires the ways in of staff, their secrets derived from the installation's own. */
export function staffSignIn(deps: {
  readonly config: Config
  readonly db: Db
  readonly clock: Clock
  readonly log: Logger
  readonly ring: Pick<KeyRing, 'deriveSecret'>
}): StaffSignIn {
  const { config, db, clock, ring } = deps
  const { secondFactor: secondFactorPolicy, signOn: settings, publicUrl } = config
  const singleSignOn = settings && {
    db,
    clock,
    publicUrl,
    signOnSeal: createSeal(ring.deriveSecret('sign-on')),
    provider: createProvider(settings, deps.log),
  }
  return {
    login: createLogin({ db, clock, secondFactorPolicy }),
    secondFactorPolicy,
    totpSeal: createSeal(ring.deriveSecret('totp')),
    recoveryKey: ring.deriveSecret('recovery-codes'),
    ...(singleSignOn === undefined ? {} : { singleSignOn, signOn: createSignOnDoor(singleSignOn) }),
  }
}
