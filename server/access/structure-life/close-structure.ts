import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import { endTeam } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import { lockStructure, markClosed, type Organisation } from '../organisations/index.ts'
import type { StructureLifeDeps } from './structure-life-deps.ts'

/**
 * Closes a structure: nobody works in it any more, nothing new is made in its name. What it signed stays verifiable, and
 * the platform's admin can still withdraw it.
 * @throws AppError `forbidden`, `not-found`, `structure-closed` when it is closed already
 */
export async function closeStructure(
  deps: Pick<StructureLifeDeps, 'db' | 'clock'>,
  actor: Actor,
  organisationId: OrganisationId,
): Promise<Organisation> {
  requireAdmin(actor)
  return deps.db.transaction(async (trx) => {
    const open = await lockStructure(trx, organisationId)
    if (open.closedAt !== null) throw new AppError('structure-closed', { name: open.name })
    const at = deps.clock.now()
    const closed = await markClosed(trx, open, { closedAt: isoInstant(at), succeededBy: null })
    const left = await endTeam(trx, actor, { organisationId, at })
    await recordEvent(trx, {
      at,
      actor,
      action: 'organisation.closed',
      organisationId,
      subject: { type: 'organisation', id: organisationId },
      details: { ...left },
    })
    return closed
  })
}
