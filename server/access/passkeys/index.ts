// Passkeys (WebAuthn level 3) of staff and of young people: making one, signing with one, taking one away.
// what ties a challenge to the browser that asked for it: pass it as `browser` at both ends of a ceremony
export { browserTie as passkeyBrowser } from '../../platform/http/index.ts'
export {
  beginAuthentication,
  beginRegistration,
  finishAuthentication,
  finishRegistration,
  type RecognisedPasskey,
} from './ceremony.ts'
export { passkeyAnswer, passkeyName } from './forms.ts'
export { listPasskeys } from './list-passkeys.ts'
export type { Passkey, PasskeyDeps, PasskeyId, PasskeyOwner } from './passkey.ts'
export { relyingPartyOf } from './relying-party.ts'
export { removePasskey, removePasskeysOf } from './remove-passkey.ts'
