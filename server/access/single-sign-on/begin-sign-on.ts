import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { isoInstant } from '../../kernel/clock.ts'
import { hashToken } from '../accounts/index.ts'
import { CALLBACK, type SignOnDeps } from './sign-on-deps.ts'
import { insertRequest } from './store.ts'

/** Time to sign in over there, a second factor included. */
const REQUEST_MS = 15 * 60_000

/**
 * Where to send somebody who signs in through their organisation: authorisation code with PKCE, state and nonce (RFC 9700
 * §2.1), all of them of this browser and for this once.
 * @throws AppError `sign-on-unavailable`
 */
export async function beginSignOn(
  deps: SignOnDeps,
  input: { readonly browser: string; readonly next: string | undefined },
): Promise<URL> {
  const configuration = await deps.provider.configuration()
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
  const at = deps.clock.now()
  const stateHash = hashToken(state)
  await insertRequest(
    deps.db,
    stateHash,
    {
      browserHash: hashToken(input.browser),
      secrets: deps.signOnSeal.close(JSON.stringify({ nonce, verifier }), stateHash),
      next: input.next ?? null,
      expiresAt: isoInstant(new Date(at.getTime() + REQUEST_MS)),
    },
    isoInstant(at),
  )
  return buildAuthorizationUrl(configuration, {
    redirect_uri: `${deps.publicUrl}${CALLBACK}`,
    scope: 'openid email',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
}
