import { verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server'
import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Speaker } from '../../kernel/roles.ts'
import { isUniqueViolation, type Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import { takeChallenge } from './challenge-store.ts'
import { challengeIn, registrationAnswer } from './forms.ts'
import {
  KEY_ALGORITHMS,
  type Passkey,
  type PasskeyDeps,
  type PasskeyOwner,
  type StoredPasskey,
} from './passkey.ts'
import { requireRelyingParty } from './relying-party.ts'
import { insertPasskey } from './store.ts'

/**
 * Keeps the key that the owner's device has just made.
 * @param input `answer`: what `startRegistration` gave, as it came; `alongside`: what else belongs into the transaction
 * @throws AppError `passkey-refused` (malformed, another site's, another owner's or browser's challenge, too late, known
 *   already), `passkeys-unavailable`
 */
export async function finishRegistration(
  deps: PasskeyDeps,
  actor: Speaker,
  input: {
    readonly owner: PasskeyOwner
    readonly browser: string
    readonly name: string
    readonly answer: unknown
    readonly alongside?: (trx: Db, passkey: Passkey) => Promise<void>
  },
): Promise<Passkey> {
  const party = requireRelyingParty(deps)
  const { owner, browser } = input
  const at = deps.clock.now()
  const parsed = registrationAnswer.safeParse(input.answer)
  const challenge = parsed.success ? challengeIn(parsed.data.response.clientDataJSON) : undefined
  if (!parsed.success || challenge === undefined) throw new AppError('passkey-refused')
  const asked = await takeChallenge(deps.db, { challenge, browser, ceremony: 'registration', at })
  if (asked === undefined || !('id' in asked.owner)) throw new AppError('passkey-refused')
  if (asked.owner.kind !== owner.kind || asked.owner.id !== owner.id) throw new AppError('passkey-refused')
  const made = await verify(parsed.data, { challenge, party, verified: asked.verified })
  const passkey: StoredPasskey = {
    id: newId(),
    owner,
    name: input.name,
    createdAt: isoInstant(at),
    lastUsedAt: null,
    ...made,
  }
  await keep(deps.db, actor, { passkey, at, alongside: input.alongside })
  return passkey
}

async function verify(
  response: RegistrationResponseJSON,
  expected: { challenge: string; party: { id: string; origin: string }; verified: boolean },
): Promise<Pick<StoredPasskey, 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'synced'>> {
  const result = await verifyRegistrationResponse({
    response,
    expectedChallenge: expected.challenge,
    expectedOrigin: expected.party.origin,
    expectedRPID: expected.party.id,
    requireUserVerification: expected.verified,
    supportedAlgorithmIDs: KEY_ALGORITHMS,
  }).catch((cause: unknown) => {
    throw new AppError('passkey-refused', {}, [], { cause })
  })
  if (!result.verified) throw new AppError('passkey-refused')
  const { credential, credentialDeviceType } = result.registrationInfo
  return {
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports ?? [],
    synced: credentialDeviceType === 'multiDevice',
  }
}

async function keep(
  db: Db,
  actor: Speaker,
  {
    passkey,
    at,
    alongside,
  }: {
    passkey: StoredPasskey
    at: Date
    alongside: ((trx: Db, passkey: Passkey) => Promise<void>) | undefined
  },
): Promise<void> {
  try {
    await db.transaction(async (trx) => {
      await insertPasskey(trx, passkey)
      await recordEvent(trx, {
        at,
        actor,
        action: 'passkey.added',
        subject: { type: passkey.owner.kind, id: passkey.owner.id },
        details: { passkeyId: passkey.id },
      })
      await alongside?.(trx, passkey)
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('passkey-refused', {}, [], { cause: error })
    throw error
  }
}
