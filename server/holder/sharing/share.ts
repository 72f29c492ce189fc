import type { CredentialId, Id, LearnerId } from '../../kernel/ids.ts'

export type ShareId = Id<'share'>

/** A link that shows what a young person chose of their passport, to whoever has it, for a while. */
export interface Share {
  readonly id: ShareId
  readonly learnerId: LearnerId
  readonly code: string
  /** Whom it is for, in their own words. */
  readonly recipient: string
  /** Whether the page says for whom it is. */
  readonly recipientShown: boolean
  readonly createdAt: string
  readonly expiresAt: string
  readonly withdrawnAt: string | null
  /** How often it was opened by others. */
  readonly views: number
  /** What was chosen, in order. */
  readonly credentialIds: readonly CredentialId[]
}

/** Symbols of a share's code: 16 in Crockford base32, 80 bits. */
export const SHARE_CODE_LENGTH = 16

export type ShareState = 'open' | 'expired' | 'withdrawn'

export function stateOf(share: Pick<Share, 'expiresAt' | 'withdrawnAt'>, now: Date): ShareState {
  if (share.withdrawnAt !== null) return 'withdrawn'
  return now.getTime() < Date.parse(share.expiresAt) ? 'open' : 'expired'
}
