import { AppError } from '../../kernel/errors.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import { restoreTeam } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import {
  findOpenOrganisationByName,
  lockStructure,
  markOpen,
  type Organisation,
} from '../organisations/index.ts'
import type { StructureLifeDeps } from './structure-life-deps.ts'

/**
 * Opens a closed structure again, with the team that its closing sent away. One that was taken over stays closed: its
 * people and sessions are at home elsewhere.
 * @throws AppError `forbidden`, `not-found`, `structure-closed` (taken over), `already-exists` (another one has its name)
 */
export async function reopenStructure(
  deps: Pick<StructureLifeDeps, 'db' | 'clock'>,
  actor: Actor,
  organisationId: OrganisationId,
): Promise<Organisation> {
  requireAdmin(actor)
  return deps.db.transaction(async (trx) => {
    const closed = await lockStructure(trx, organisationId)
    const { closedAt } = closed
    if (closedAt === null) return closed
    if (closed.succeededBy !== null) throw new AppError('structure-closed', { name: closed.name })
    if ((await findOpenOrganisationByName(trx, closed.name)) !== undefined)
      throw new AppError('already-exists')
    const at = deps.clock.now()
    const open = await markOpen(trx, closed)
    const members = await restoreTeam(trx, actor, { organisationId, closedAt, at })
    await recordEvent(trx, {
      at,
      actor,
      action: 'organisation.reopened',
      organisationId,
      subject: { type: 'organisation', id: organisationId },
      details: { members },
    })
    return open
  })
}
