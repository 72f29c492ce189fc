import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { KeyRing } from '../../issuer/keys/index.ts'
import type { Id, LearnerId } from '../../kernel/ids.ts'
import { packAnswer, unpackAnswer, type SupportAnswer } from './support-needs.ts'

/** Whose answer it is, for nobody who has the database alone. */
export type Pseudonym = Id<'support-pseudonym'>

/** One year's answer as it is stored. */
export interface SealedAnswer {
  readonly pseudonym: Pseudonym
  readonly year: number
  readonly content: string
}

export type SealRing = Pick<KeyRing, 'deriveSecret'>

const CIPHER = 'aes-256-gcm'
/** Bytes of a GCM nonce (NIST SP 800-38D, 5.2.1.1) and tag. */
const NONCE = 12
const TAG = 16

/** The HMAC of somebody's id under a secret of this installation that is not in the database. */
export function pseudonymOf(ring: SealRing, learnerId: LearnerId): Pseudonym {
  const secret = ring.deriveSecret('support-needs')
  return createHmac('sha256', secret).update(learnerId).digest('base64url') as Pseudonym
}

/** An answer that opens only under this pseudonym and year. */
export function sealAnswer(
  ring: SealRing,
  { learnerId, year }: { readonly learnerId: LearnerId; readonly year: number },
  answer: SupportAnswer,
): SealedAnswer {
  const pseudonym = pseudonymOf(ring, learnerId)
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, contentKey(ring), nonce).setAAD(boundTo({ pseudonym, year }))
  const sealed = Buffer.concat([cipher.update(packAnswer(answer)), cipher.final()])
  return {
    pseudonym,
    year,
    content: Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url'),
  }
}

/** The answer; undefined when it was sealed with another installation's secret, or for another row. */
export function openAnswer(ring: SealRing, sealed: SealedAnswer): SupportAnswer | undefined {
  const bytes = Buffer.from(sealed.content, 'base64url')
  const decipher = createDecipheriv(CIPHER, contentKey(ring), bytes.subarray(0, NONCE))
    .setAAD(boundTo(sealed))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  try {
    return unpackAnswer(Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]))
  } catch {
    return undefined
  }
}

const contentKey = (ring: SealRing): Uint8Array => ring.deriveSecret('support-needs/content')

const boundTo = ({ pseudonym, year }: Pick<SealedAnswer, 'pseudonym' | 'year'>): Buffer =>
  Buffer.from(`${pseudonym}|${year}`)
