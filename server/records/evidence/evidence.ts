import type { EnrolmentId, Id } from '../../kernel/ids.ts'

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
  readonly createdAt: string
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

/** Largest file taken, in megabytes. */
export const MAX_EVIDENCE_MEGABYTES = 5
/** Most pieces for one young person in one session. */
export const MAX_EVIDENCE_COUNT = 30
export const TITLE_MAX = 120
export const NARRATIVE_MAX = 2_000
