import { createHmac } from 'node:crypto'

/** What the chain holds of an event: every column that says something, as the database keeps it. */
export interface ChainedEvent {
  readonly id: string
  readonly at: string
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly actor_name: string
  readonly action: string
  readonly organisation_id: string | null
  readonly subject_type: string
  readonly subject_id: string
  readonly details: string
}

/** The link of the event before the first. */
export const BEFORE_ALL = ''

/**
 * An event's link: HMAC-SHA-256 (RFC 2104) over the link before it, its number and its columns, base64url. The key lies
 * with the installation's keys: whoever can write the database alone cannot make a chain that holds.
 */
export function linkOf(key: Uint8Array, before: string, seq: number, event: ChainedEvent): string {
  const said = JSON.stringify([
    seq,
    event.id,
    event.at,
    event.actor_kind,
    event.actor_id,
    event.actor_name,
    event.action,
    event.organisation_id,
    event.subject_type,
    event.subject_id,
    event.details,
  ])
  return createHmac('sha256', key).update(`${before}\n${said}`).digest('base64url')
}
