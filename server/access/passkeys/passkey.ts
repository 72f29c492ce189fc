import type { Clock } from '../../kernel/clock.ts'
import type { AccountId, Id, LearnerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

export type PasskeyId = Id<'passkey'>

/** Whose key it is: somebody who works here, or a young person. The two never stand in for each other. */
export type PasskeyOwner =
  { readonly kind: 'account'; readonly id: AccountId } | { readonly kind: 'learner'; readonly id: LearnerId }

export interface PasskeyDeps {
  readonly db: Db
  readonly clock: Clock
  readonly publicUrl: string
  readonly platformName: string
}

/** A passkey (WebAuthn credential): the private half never leaves its owner's device. */
export interface Passkey {
  readonly id: PasskeyId
  readonly owner: PasskeyOwner
  /** What its owner calls it. */
  readonly name: string
  /** Whether it follows its owner from device to device (a phone's key ring), or stays on the one that made it. */
  readonly synced: boolean
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

/** The passkey with what checks a signature of it. */
export interface StoredPasskey extends Passkey {
  /** As the authenticator names it, base64url. */
  readonly credentialId: string
  /** COSE key. */
  readonly publicKey: Uint8Array<ArrayBuffer>
  /** How often it signed, as it says itself; 0 for ever on most synced keys. */
  readonly counter: number
  readonly transports: readonly string[]
}

/** EdDSA, ES256 and RS256 (COSE): what every device makes; newer ones are experimental in Node, which warns of them. */
export const KEY_ALGORITHMS = [-8, -7, -257]

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** The user handle (WebAuthn §5.4.3): random ids, nothing about the person; the same for all keys of one owner. */
export const userHandleOf = (owner: PasskeyOwner): Uint8Array<ArrayBuffer> =>
  encode(`${owner.kind}:${owner.id}`)
