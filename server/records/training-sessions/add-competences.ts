import { AppError } from '../../kernel/errors.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { TrainingSessionId } from '../../kernel/ids.ts'
import type { Actor, Speaker } from '../../kernel/roles.ts'
import { findCompetence } from '../../issuer/achievements/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { requireOpenSession } from './require-session-access.ts'
import { updateCompetences } from './store.ts'
import type { TrainingSession } from './training-session.ts'
import { recordSessionEvent } from './record-session-event.ts'

/**
 * Adds columns to the grid (a spreadsheet brought new ones); those it has already stay where they are.
 * @throws AppError `not-found`, `session-already-signed`, `invalid-input` (unknown competence)
 */
export async function addCompetences(
  trx: Db,
  deps: { readonly clock: Clock },
  actor: Actor,
  input: { readonly sessionId: TrainingSessionId; readonly competences: readonly string[] },
): Promise<{ readonly added: readonly string[] }> {
  const session = await requireOpenSession(trx, actor, input.sessionId)
  return writeCompetences(trx, deps, actor, session, input.competences)
}

/** {@link addCompetences} in a session that its caller holds locked, and may change. */
export async function writeCompetences(
  trx: Db,
  deps: { readonly clock: Clock },
  actor: Speaker,
  session: TrainingSession,
  competences: readonly string[],
): Promise<{ readonly added: readonly string[] }> {
  if (competences.some((code) => findCompetence(code) === undefined))
    throw new AppError('invalid-input', {}, [{ field: 'competences', message: 'fields.choice' }])
  const added = [...new Set(competences)].filter((code) => !session.competences.includes(code))
  if (added.length === 0) return { added }
  await updateCompetences(trx, session.id, [...session.competences, ...added])
  await recordSessionEvent(trx, session, {
    at: deps.clock.now(),
    actor,
    action: 'session.competences-added',
    details: { added },
  })
  return { added }
}
