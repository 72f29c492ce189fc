import { recordEvent } from '../../access/audit/index.ts'
import type { Speaker } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { TrainingSession } from './training-session.ts'

interface SessionEvent {
  readonly at: Date
  readonly actor: Speaker
  /** `session.<what was done>`. */
  readonly action: string
  /** Ids, codes and counts only: nothing of a person may stay in the trail. */
  readonly details?: Readonly<Record<string, unknown>>
  /** What in the session it is about; the session itself unless told. */
  readonly subject?: { readonly type: string; readonly id: string }
}

/** Writes into the trail what somebody did to a session; it belongs to the session's own structure. */
export function recordSessionEvent(
  trx: Db,
  { id, organisationId }: Pick<TrainingSession, 'id' | 'organisationId'>,
  { subject = { type: 'training-session', id }, ...event }: SessionEvent,
): Promise<void> {
  return recordEvent(trx, { ...event, organisationId, subject })
}
