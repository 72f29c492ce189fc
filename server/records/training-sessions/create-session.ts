import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId, type TrainingSessionId } from '../../kernel/ids.ts'
import { requireRoleIn, type Actor } from '../../kernel/roles.ts'
import { recordEvent } from '../../access/audit/index.ts'
import { requireOpenOrganisation } from '../../access/organisations/index.ts'
import { findCompetence, MOBILITY_FRAMEWORK_ID } from '../../issuer/achievements/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { insertSession, insertTrainer, selectStaffOf } from './store.ts'
import type { NewSession, TrainingSession } from './training-session.ts'

export interface SessionDeps {
  /** A transaction is one too: the session is then made inside it. */
  readonly db: Db
  readonly clock: Clock
}

/**
 * Creates a session in a structure where the actor has a role, and names the actor and `input.trainers` as trainers.
 * @throws AppError `forbidden` (other structure), `structure-closed`, `invalid-input` with the field (unknown competence, end before start,
 * a trainer of another structure)
 */
export async function createSession(
  deps: SessionDeps,
  actor: Actor,
  input: NewSession,
): Promise<TrainingSession> {
  requireRoleIn(actor, input.organisationId, 'trainer')
  checkInput(input)
  const at = deps.clock.now()
  const session: TrainingSession = {
    id: newId<TrainingSessionId>(),
    organisationId: input.organisationId,
    kind: input.kind,
    title: input.title,
    place: input.place,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
    locale: input.locale,
    frameworkId: MOBILITY_FRAMEWORK_ID,
    competences: [...new Set(input.competences)],
    createdAt: isoInstant(at),
    signedAt: undefined,
    signedByName: undefined,
  }
  await deps.db.transaction(async (trx) => {
    await requireOpenOrganisation(trx, session.organisationId)
    await insertSession(trx, session)
    await nameTrainers(trx, actor, session, input.trainers ?? [])
    await recordEvent(trx, {
      at,
      actor,
      action: 'session.created',
      organisationId: session.organisationId,
      subject: { type: 'training-session', id: session.id },
      details: { kind: session.kind, competences: session.competences },
    })
  })
  return session
}

function checkInput(input: NewSession): void {
  if (input.title.trim() === '') throw wrongField('title', 'required')
  if (input.endsOn < input.startsOn) throw wrongField('endsOn', 'endBeforeStart')
  if (input.competences.some((code) => findCompetence(code) === undefined))
    throw wrongField('competences', 'choice')
}

async function nameTrainers(
  trx: Db,
  actor: Actor,
  session: TrainingSession,
  wanted: NonNullable<NewSession['trainers']>,
): Promise<void> {
  const staff = new Set((await selectStaffOf(trx, session.organisationId)).map(({ accountId }) => accountId))
  if (wanted.some((accountId) => !staff.has(accountId))) throw wrongField('trainers', 'choice')
  const named = new Set(wanted)
  if (actor.kind === 'staff' && staff.has(actor.accountId)) named.add(actor.accountId)
  for (const accountId of named)
    await insertTrainer(trx, { sessionId: session.id, accountId, addedAt: session.createdAt })
}

const wrongField = (field: string, message: string): AppError =>
  new AppError('invalid-input', {}, [{ field, message: `fields.${message}` }])
