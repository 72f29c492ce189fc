import type { ClientActor } from '../../kernel/api-client.ts'
import type { Speaker } from '../../kernel/roles.ts'
import type { OrganisationId } from '../../kernel/ids.ts'

/** What an event is about: a kind of thing (`credential`, `training-session`…) and its id. */
export interface AuditSubject {
  readonly type: string
  readonly id: string
}

/** Something that was done. `action` is `thing.verb-in-the-past` (`credential.requested`). */
export interface AuditEvent {
  readonly at: Date
  readonly actor: Speaker | ClientActor
  readonly action: string
  /** The structure whose data was touched; absent when it concerns the platform. */
  readonly organisationId?: OrganisationId
  readonly subject: AuditSubject
  /** Ids, codes and counts. Never a secret, never why somebody counts as JAMO. */
  readonly details?: Readonly<Record<string, unknown>>
  /** Somebody's own words about it. Kept beside the chain, so that it can go when the person it speaks of asks for it. */
  readonly note?: string
}

/** An event as the trail keeps it. */
export interface RecordedEvent {
  readonly id: string
  readonly at: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly actorName: string
  readonly action: string
  readonly organisationId: OrganisationId | null
  readonly subject: AuditSubject
  readonly details: Readonly<Record<string, unknown>>
  readonly note: string | null
}
