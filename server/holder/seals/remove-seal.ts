import { recordEvent } from '../../access/audit/index.ts'
import { findOrganisationBySlug } from '../../access/organisations/index.ts'
import { AppError } from '../../kernel/errors.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import type { ChangeSealsDeps } from './add-seal.ts'

/**
 * Takes a structure's seal away, its private key with it. What was sealed before stays sealed.
 * @returns whether there was one
 * @throws AppError `forbidden` unless the actor runs the platform, `not-found`
 */
export async function removeSeal(
  deps: ChangeSealsDeps,
  actor: Actor,
  input: { readonly structure: string },
): Promise<boolean> {
  requireAdmin(actor)
  const organisation = await findOrganisationBySlug(deps.db, input.structure)
  if (organisation === undefined) throw new AppError('not-found')
  if (!(await deps.seals.list()).includes(organisation.id)) return false
  return deps.db.transaction(async (trx) => {
    await recordEvent(trx, {
      at: deps.clock.now(),
      actor,
      action: 'seal.removed',
      organisationId: organisation.id,
      subject: { type: 'organisation', id: organisation.id },
    })
    // last: a key that is gone does not come back when the trail cannot be written
    return deps.seals.remove(organisation.id)
  })
}
