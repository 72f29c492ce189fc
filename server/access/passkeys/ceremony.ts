import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { insertChallenge } from './challenge-store.ts'
import { KEY_ALGORITHMS, userHandleOf, type PasskeyDeps, type PasskeyOwner } from './passkey.ts'
import { requireRelyingParty } from './relying-party.ts'
import { selectPasskeys } from './store.ts'

export { finishAuthentication, type RecognisedPasskey } from './finish-authentication.ts'
export { finishRegistration } from './finish-registration.ts'

/** One minute longer than the challenge lives would be a promise we do not keep. */
const PATIENCE_MS = 9 * 60_000

/**
 * What to give `startRegistration` in the browser, so that its owner makes a key. A young person's key opens their space
 * by itself, so it must be one the device can find without a name and opens only for its owner; a staff key may also be
 * a plain security key that serves as second factor.
 * @param input `browser`: of {@link passkeyBrowser}; `userName`: shown by the device in its list of keys
 * @throws AppError `passkeys-unavailable` where browsers offer none (no https, a bare IP address)
 */
export async function beginRegistration(
  deps: PasskeyDeps,
  input: { readonly owner: PasskeyOwner; readonly browser: string; readonly userName: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { id } = requireRelyingParty(deps)
  const { owner, userName, browser } = input
  const known = await selectPasskeys(deps.db, owner)
  const alone = owner.kind === 'learner'
  const options = await generateRegistrationOptions({
    rpID: id,
    rpName: deps.platformName,
    userName,
    userDisplayName: userName,
    userID: userHandleOf(owner),
    timeout: PATIENCE_MS,
    supportedAlgorithmIDs: KEY_ALGORITHMS,
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
    authenticatorSelection: {
      residentKey: alone ? 'required' : 'preferred',
      userVerification: alone ? 'required' : 'preferred',
    },
  })
  await insertChallenge(
    deps.db,
    { challenge: options.challenge, browser, at: deps.clock.now() },
    { ceremony: 'registration', owner, verified: alone },
  )
  return options
}

/**
 * What to give `startAuthentication` in the browser.
 * @param input `of` a kind: any of their keys on this device, whose owner is then recognised by it alone, so the device
 *   must have recognised them first; `of` one owner: one of their keys, as a second factor, a touch is enough
 * @throws AppError `passkeys-unavailable`
 */
export async function beginAuthentication(
  deps: PasskeyDeps,
  input: { readonly browser: string; readonly of: PasskeyOwner['kind'] | PasskeyOwner },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { id } = requireRelyingParty(deps)
  const { of, browser } = input
  const alone = typeof of === 'string'
  const known = alone ? [] : await selectPasskeys(deps.db, of)
  const options = await generateAuthenticationOptions({
    rpID: id,
    timeout: PATIENCE_MS,
    userVerification: alone ? 'required' : 'preferred',
    allowCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
  })
  await insertChallenge(
    deps.db,
    { challenge: options.challenge, browser, at: deps.clock.now() },
    { ceremony: 'authentication', owner: alone ? { kind: of } : of, verified: alone },
  )
  return options
}
