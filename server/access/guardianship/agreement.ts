import type { AccountId, Id, LearnerId } from '../../kernel/ids.ts'

export type AgreementId = Id<'guardian-agreement'>
export type GuardianLinkId = Id<'guardian-link'>

/** How a guardian agreed: on paper that somebody of the structure holds, or with the link made for them. */
export type AgreementWay = 'paper' | 'link'

/** A guardian's agreement that a minor's passport may be seen by others. Nothing is kept about the guardian. */
export interface Agreement {
  readonly id: AgreementId
  readonly learnerId: LearnerId
  /** `YYYY-MM-DD`: the day on the paper, or of the click. */
  readonly givenOn: string
  readonly way: AgreementWay
  /** Where the paper is kept. */
  readonly reference: string | null
  readonly recordedBy: AccountId | null
  readonly linkId: GuardianLinkId | null
  readonly recordedAt: string
  readonly withdrawnAt: string | null
}

/** The link a guardian opens. Its token is not kept: it is made again from the id. */
export interface GuardianLink {
  readonly id: GuardianLinkId
  readonly learnerId: LearnerId
  readonly tokenHash: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly createdBy: AccountId | null
  readonly mailedAt: string | null
  /** When it served to agree: from then on it only shows that, and takes it back. */
  readonly usedAt: string | null
}
