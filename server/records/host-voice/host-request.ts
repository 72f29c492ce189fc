import type { IsoDate } from '../../kernel/clock.ts'
import type { AccountId, Id, MobilityId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/locale.ts'

export type HostRequestId = Id<'host-request'>
export type HostLinkId = Id<'host-link'>
export type HostAnswerId = Id<'host-answer'>

/** How long a link opens the questions, in days. */
export const LINK_DAYS = 60
/** Longest sentence of a host, in characters: it is printed on the passport. */
export const SENTENCE_MAX = 500
/** Longest name or role, in characters. */
export const NAME_MAX = 100

/** What a host abroad is asked about one stay. */
export interface HostRequest {
  readonly id: HostRequestId
  readonly mobilityId: MobilityId
  /** The language of the mail and of the paper; on the page the reader chooses. */
  readonly language: Language
  readonly tutorName: string | null
  /** Kept while the link may have to be sent again: gone once it is answered, withdrawn or expired. */
  readonly tutorEmail: string | null
  readonly askedAt: string
  readonly askedBy: AccountId | null
  readonly withdrawnAt: string | null
}

/** A link that leads to the questions. Of a stay's links the newest alone opens anything. */
export interface HostLink {
  readonly id: HostLinkId
  readonly requestId: HostRequestId
  readonly way: 'mail' | 'paper'
  readonly madeAt: string
  /** When a mail server took it. */
  readonly sentAt: string | null
  readonly expiresAt: string
  readonly openedAt: string | null
  readonly replacedAt: string | null
}

/** What a host said, once and as corrected since. */
export interface HostAnswer {
  readonly id: HostAnswerId
  readonly requestId: HostRequestId
  /** The link it came through. */
  readonly linkId: HostLinkId
  readonly language: Language
  /** The dates as the host says: ours, as they were shown, where they confirmed them. */
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  /** Competence code → level; what was not seen is not in it. */
  readonly levels: Readonly<Record<string, string>>
  readonly sentence: string | null
  readonly tutorName: string
  readonly tutorRole: string | null
  /** When the tutor agreed to be named in what is signed; null when they did not. */
  readonly namedAt: string | null
  readonly answeredAt: string
  readonly updatedAt: string
  /** The host took it back, or the structure took it out. */
  readonly withdrawnAt: string | null
}

/** Why a link opens nothing. */
export type ClosedLink = 'withdrawn' | 'replaced' | 'expired'

/** Why this link opens nothing any more; undefined when it still does. */
export function whyClosed(request: HostRequest, link: HostLink, now: Date): ClosedLink | undefined {
  if (request.withdrawnAt !== null) return 'withdrawn'
  if (link.replacedAt !== null) return 'replaced'
  return Date.parse(link.expiresAt) <= now.getTime() ? 'expired' : undefined
}

/** Whether the host says something today. */
export const stands = (answer: HostAnswer | undefined): answer is HostAnswer =>
  answer !== undefined && answer.withdrawnAt === null

/**
 * Whether a host may answer, or correct what they answered, through this link: as long as nothing was signed, and once
 * more through each link that was made after the answer.
 */
export function mayAnswer(answer: HostAnswer | undefined, link: HostLink, signed: boolean): boolean {
  return !stands(answer) || link.id !== answer.linkId || !signed
}
