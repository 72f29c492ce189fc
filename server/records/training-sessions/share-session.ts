import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { mayActIn, requireRoleIn, type Actor } from '../../kernel/roles.ts'
import { requireOpenOrganisation } from '../../access/organisations/index.ts'
import type { SessionDeps } from './create-session.ts'
import { listEnrolments } from './list-enrolments.ts'
import { requireOpenPreparation, requireOpenSession } from './require-session-access.ts'
import { deletePartner, insertPartner, selectPartners } from './session-structures-store.ts'
import { recordSessionEvent } from './record-session-event.ts'

interface Sharing {
  readonly sessionId: string
  readonly organisationId: OrganisationId
}

/**
 * Shares the session with another open structure. Its own structure's people decide with whom.
 * @throws AppError `not-found` (session, structure), `forbidden` (named from elsewhere), `session-already-signed`,
 * `structure-closed`
 */
export async function addPartner(deps: SessionDeps, actor: Actor, input: Sharing): Promise<void> {
  await deps.db.transaction(async (trx) => {
    const session = await requireOpenSession(trx, actor, input.sessionId)
    requireRoleIn(actor, session.organisationId, 'trainer')
    if (input.organisationId === session.organisationId) return
    await requireOpenOrganisation(trx, input.organisationId)
    const at = deps.clock.now()
    await insertPartner(trx, {
      sessionId: session.id,
      organisationId: input.organisationId,
      at: isoInstant(at),
    })
    const details = { organisationId: input.organisationId }
    await recordSessionEvent(trx, session, { at, actor, action: 'session.shared', details })
  })
}

/**
 * Ends the sharing with a structure: its own structure's people do, or the partner's coordinator. Young people of that
 * structure who have a place keep it, so they are moved out first.
 * @throws AppError `not-found` (session, or no partner), `forbidden`, `session-already-signed`, `invalid-input` while
 * young people of the structure have a place
 */
export async function removePartner(deps: SessionDeps, actor: Actor, input: Sharing): Promise<void> {
  await deps.db.transaction(async (trx) => {
    const session = await requireOpenPreparation(trx, actor, input.sessionId)
    const { organisationId } = input
    if (!(await selectPartners(trx, session.id)).includes(organisationId)) throw new AppError('not-found')
    const may =
      mayActIn(actor, session.organisationId, 'trainer') || mayActIn(actor, organisationId, 'coordinator')
    if (!may) throw new AppError('forbidden')
    const youths = await listEnrolments(trx, session.id)
    if (youths.some(({ learner }) => learner.organisationId === organisationId))
      throw new AppError('invalid-input', {}, [
        { field: 'organisationId', message: 'fields.structureHasYouths' },
      ])
    await deletePartner(trx, { sessionId: session.id, organisationId })
    const at = deps.clock.now()
    const details = { organisationId }
    await recordSessionEvent(trx, session, { at, actor, action: 'session.unshared', details })
  })
}
