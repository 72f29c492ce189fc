import { isoInstant } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import { hashToken } from '../accounts/index.ts'
import type { PasskeyOwner } from './passkey.ts'

/** What a challenge was made for; a signature over it is good for nothing else. */
export type Ceremony = 'registration' | 'authentication'

/** Random bytes a key is asked to sign, once, in the browser they were made for. */
export interface Challenge {
  readonly ceremony: Ceremony
  /** Whose key may answer; without an id, anybody's of that kind. */
  readonly owner: PasskeyOwner | { readonly kind: PasskeyOwner['kind'] }
  /** Whether the device must have recognised its owner (a finger, a PIN), or a touch is enough. */
  readonly verified: boolean
}

interface ChallengeRow {
  challenge_hash: string
  browser_hash: string
  ceremony: string
  owner_kind: string
  owner_id: string | null
  verified: number
  expires_at: string
}

/** Time to find one's phone. */
const CHALLENGE_MS = 10 * 60_000

const challenges = (db: Db) => db<ChallengeRow>('passkey_challenges')

/** Keeps a challenge for the browser that will answer it, and sweeps those nobody answered. */
export async function insertChallenge(
  db: Db,
  made: { challenge: string; browser: string; at: Date },
  { ceremony, owner, verified }: Challenge,
): Promise<void> {
  await challenges(db).where('expires_at', '<=', isoInstant(made.at)).delete()
  await challenges(db).insert({
    challenge_hash: hashToken(made.challenge),
    browser_hash: hashToken(made.browser),
    ceremony,
    owner_kind: owner.kind,
    owner_id: 'id' in owner ? owner.id : null,
    verified: verified ? 1 : 0,
    expires_at: isoInstant(new Date(made.at.getTime() + CHALLENGE_MS)),
  })
}

/** Uses a challenge up, whatever comes of it. Undefined when it is not this browser's, too old or used already. */
export async function takeChallenge(
  db: Db,
  asked: { challenge: string; browser: string; ceremony: Ceremony; at: Date },
): Promise<Challenge | undefined> {
  const where = {
    challenge_hash: hashToken(asked.challenge),
    browser_hash: hashToken(asked.browser),
    ceremony: asked.ceremony,
  }
  const row: ChallengeRow | undefined = await challenges(db).where(where).first()
  if (row === undefined || (await challenges(db).where(where).delete()) !== 1) return undefined
  if (Date.parse(row.expires_at) <= asked.at.getTime()) return undefined
  return { ceremony: asked.ceremony, owner: ownerOf(row), verified: row.verified === 1 }
}

function ownerOf(row: ChallengeRow): Challenge['owner'] {
  const kind = row.owner_kind as PasskeyOwner['kind']
  return row.owner_id === null ? { kind } : ({ kind, id: row.owner_id } as PasskeyOwner)
}
