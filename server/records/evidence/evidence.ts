import type { EnrolmentId, Id, LearnerId } from '../../kernel/ids.ts'

export type EvidenceId = Id<'evidence'>

/** Words, a photo, or a document. */
export type EvidenceKind = 'text' | 'photo' | 'file'

/** Something that shows what a young person did, kept with their place in a session. It is never published. */
export interface Evidence {
  readonly id: EvidenceId
  readonly enrolmentId: EnrolmentId
  /** The competence it speaks of; undefined for the whole stay. */
  readonly competence: string | undefined
  readonly kind: EvidenceKind
  readonly title: string
  readonly narrative: string | undefined
  readonly file: EvidenceFile | undefined
  /** Name of who added it. */
  readonly addedBy: string
  /** The young person who shows it here, when it is a piece of their own: taking it away from here leaves it theirs. */
  readonly ownedBy: LearnerId | undefined
  readonly createdAt: string
}

/** A piece of a young person's own: it belongs to a session only while they show it there. */
export type OwnEvidence = Omit<Evidence, 'enrolmentId' | 'ownedBy'> & {
  /** What it is kept with (`records/telling`). */
  readonly place: string
  /** Since when it is shown, and at which place in a session; undefined while it is theirs alone. */
  readonly visibleAt: string | undefined
  readonly enrolmentId: EnrolmentId | undefined
}

export interface EvidenceFile {
  /** Key in the file store. */
  readonly key: string
  readonly mediaType: AcceptedMediaType
  /** Bytes, as stored. */
  readonly size: number
  /** SHA-256 of the stored bytes, in hexadecimal: a credential may name it. */
  readonly sha256: string
}

export const ACCEPTED_MEDIA_TYPES = ['image/jpeg', 'application/pdf', 'text/plain'] as const
export type AcceptedMediaType = (typeof ACCEPTED_MEDIA_TYPES)[number]

/** Largest document taken, in megabytes. */
export const MAX_EVIDENCE_MEGABYTES = 5
/** Largest photo taken, in megabytes: what a phone of 12 to 50 megapixels makes. What is stored is far smaller. */
export const MAX_PHOTO_MEGABYTES = 15
/** Most pieces for one young person in one session. */
export const MAX_EVIDENCE_COUNT = 30
/** Most pieces a young person keeps of their own, over all they tell. */
export const MAX_OWN_EVIDENCE = 60
export const TITLE_MAX = 120
export const NARRATIVE_MAX = 2_000
