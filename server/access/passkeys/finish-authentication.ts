import { verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { z } from 'zod'
import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { takeChallenge, type Challenge } from './challenge-store.ts'
import { authenticationAnswer, challengeIn } from './forms.ts'
import {
  userHandleOf,
  type PasskeyDeps,
  type PasskeyId,
  type PasskeyOwner,
  type StoredPasskey,
} from './passkey.ts'
import { requireRelyingParty } from './relying-party.ts'
import { selectPasskeyByCredential, updateUse } from './store.ts'

type Answer = z.infer<typeof authenticationAnswer>

export interface RecognisedPasskey {
  readonly owner: PasskeyOwner
  readonly passkeyId: PasskeyId
}

/**
 * Whose key signed the challenge of this browser. The counter is checked and moved on, so a copy of the key, or a
 * signature sent twice, is refused.
 * @param input `of`: as it was asked for, so that a touch for a second step is no way in by itself; `answer`: what
 *   `startAuthentication` gave, as it came
 * @throws AppError `passkey-refused` (unknown key, not one that was asked for, wrong site, browser, signature or counter,
 *   too late), `passkeys-unavailable`
 */
export async function finishAuthentication(
  deps: PasskeyDeps,
  input: {
    readonly of: PasskeyOwner['kind'] | PasskeyOwner
    readonly browser: string
    readonly answer: unknown
  },
): Promise<RecognisedPasskey> {
  const party = requireRelyingParty(deps)
  const at = deps.clock.now()
  const parsed = authenticationAnswer.safeParse(input.answer)
  const challenge = parsed.success ? challengeIn(parsed.data.response.clientDataJSON) : undefined
  if (!parsed.success || challenge === undefined) throw new AppError('passkey-refused')
  const { browser } = input
  const asked = await takeChallenge(deps.db, { challenge, browser, ceremony: 'authentication', at })
  const passkey = await selectPasskeyByCredential(deps.db, parsed.data.id)
  if (
    asked === undefined ||
    !isWhat(input.of, asked) ||
    passkey === undefined ||
    !mayAnswer(passkey, asked, parsed.data)
  )
    throw new AppError('passkey-refused')
  const counter = await verify(parsed.data, passkey, { challenge, party, verified: asked.verified })
  // compared and set: of two copies that sign at once, one is refused
  if (!(await updateUse(deps.db, passkey, { counter, at: isoInstant(at) })))
    throw new AppError('passkey-refused')
  return { owner: passkey.owner, passkeyId: passkey.id }
}

function isWhat(of: PasskeyOwner['kind'] | PasskeyOwner, { owner }: Challenge): boolean {
  if (typeof of === 'string') return owner.kind === of && !('id' in owner)
  return owner.kind === of.kind && 'id' in owner && owner.id === of.id
}

/** WebAuthn §7.2 steps 5 and 6: a key that was asked for, of the owner it says. */
function mayAnswer(
  { owner }: StoredPasskey,
  asked: Challenge,
  { response: { userHandle } }: Answer,
): boolean {
  if (owner.kind !== asked.owner.kind) return false
  if ('id' in asked.owner && asked.owner.id !== owner.id) return false
  // a device that was told which keys to use need not say whose they are
  if (userHandle === undefined) return 'id' in asked.owner
  return userHandle === Buffer.from(userHandleOf(owner)).toString('base64url')
}

async function verify(
  answer: Answer,
  passkey: StoredPasskey,
  expected: { challenge: string; party: { id: string; origin: string }; verified: boolean },
): Promise<number> {
  const result = await verifyAuthenticationResponse({
    response: withHandle(answer),
    expectedChallenge: expected.challenge,
    expectedOrigin: expected.party.origin,
    expectedRPID: expected.party.id,
    requireUserVerification: expected.verified,
    credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: passkey.counter },
  }).catch((cause: unknown) => {
    throw new AppError('passkey-refused', {}, [], { cause })
  })
  if (!result.verified) throw new AppError('passkey-refused')
  return result.authenticationInfo.newCounter
}

/** The library takes a handle or none, never an undefined one. */
function withHandle({
  response: { userHandle, ...response },
  ...answer
}: Answer): AuthenticationResponseJSON {
  return { ...answer, response: { ...response, ...(userHandle === undefined ? {} : { userHandle }) } }
}
