import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId, type OrganisationId, type TrainingSessionId } from '../../kernel/ids.ts'
import { requireRoleIn, type Actor } from '../../kernel/roles.ts'
import { requireOpenOrganisation } from '../../access/organisations/index.ts'
import { findCompetence, MOBILITY_FRAMEWORK_ID } from '../../issuer/achievements/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { LivePublisher } from '../../platform/live/index.ts'
import { nameableTrainers } from './nameable-trainers.ts'
import { insertPartner } from './session-structures-store.ts'
import { insertSession } from './store.ts'
import type { NewSession, TrainingSession } from './training-session.ts'
import type { EnrolDeps } from './enrol-learner.ts'
import { insertTrainer } from './trainer-store.ts'
import { recordSessionEvent } from './record-session-event.ts'

export interface SessionDeps extends EnrolDeps {
  /** A transaction is one too: the session is then made inside it. */
  readonly db: Db
  readonly clock: Clock
  /** Tells the pages that show what changed. */
  readonly live?: LivePublisher | undefined
}

/**
 * Creates a session in a structure where the actor has a role, and names the actor and `input.trainers` as trainers.
 * @throws AppError `forbidden` (other structure), `structure-closed`, `invalid-input` with the field (unknown competence, end before start,
 * nobody of the session's structures or of the network's pool), `not-found` or `structure-closed` for a partner
 */
export async function createSession(
  deps: SessionDeps,
  actor: Actor,
  input: NewSession,
): Promise<TrainingSession> {
  requireRoleIn(actor, input.organisationId, 'trainer')
  checkSession(input)
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
    halfDays: input.halfDays,
    createdAt: isoInstant(at),
    signedAt: undefined,
    signedByName: undefined,
  }
  await deps.db.transaction(async (trx) => {
    await requireOpenOrganisation(trx, session.organisationId)
    await insertSession(trx, session)
    const partners = await sharedWith(trx, session, input.partners ?? [])
    await nameTrainers(trx, actor, { session, partners, wanted: input.trainers ?? [] })
    await recordSessionEvent(trx, session, {
      at,
      actor,
      action: 'session.created',
      details: { kind: session.kind, competences: session.competences },
    })
  })
  return session
}

/** @throws AppError `invalid-input` with the field: no title, an end before the start, an unknown competence */
export function checkSession(input: Pick<NewSession, 'title' | 'startsOn' | 'endsOn' | 'competences'>): void {
  if (input.title.trim() === '') throw wrongField('title', 'required')
  if (input.endsOn < input.startsOn) throw wrongField('endsOn', 'endBeforeStart')
  if (input.competences.some((code) => findCompetence(code) === undefined))
    throw wrongField('competences', 'choice')
}

async function sharedWith(
  trx: Db,
  session: TrainingSession,
  wanted: NonNullable<NewSession['partners']>,
): Promise<OrganisationId[]> {
  const partners = [...new Set(wanted)].filter((id) => id !== session.organisationId)
  for (const organisationId of partners) {
    await requireOpenOrganisation(trx, organisationId)
    await insertPartner(trx, { sessionId: session.id, organisationId, at: session.createdAt })
  }
  return partners
}

async function nameTrainers(
  trx: Db,
  actor: Actor,
  input: {
    readonly session: TrainingSession
    readonly partners: readonly OrganisationId[]
    readonly wanted: NonNullable<NewSession['trainers']>
  },
): Promise<void> {
  const { session, partners, wanted } = input
  const own = await nameableTrainers(trx, [session.organisationId], { pool: false })
  const people = wanted.every((id) => own.has(id))
    ? own
    : await nameableTrainers(trx, [session.organisationId, ...partners], { pool: true })
  if (wanted.some((accountId) => !people.has(accountId))) throw wrongField('trainers', 'choice')
  const named = new Set(wanted)
  if (actor.kind === 'staff' && own.has(actor.accountId)) named.add(actor.accountId)
  for (const accountId of named) {
    const through = people.get(accountId)?.through ?? session.organisationId
    await insertTrainer(trx, { sessionId: session.id, accountId, through, addedAt: session.createdAt })
  }
}

const wrongField = (field: string, message: string): AppError =>
  new AppError('invalid-input', {}, [{ field, message: `fields.${message}` }])
