import { AppError } from '../../kernel/errors.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import { recordEvent } from '../audit/index.ts'
import type { CreateOrganisationDeps, NewOrganisation } from './create-organisation.ts'
import { selectOrganisation, updateFacts } from './store.ts'

/** What a register says of a structure besides its name; what is absent stays as it is. */
export type StructureFacts = Pick<NewOrganisation, 'siret' | 'town' | 'contactEmail' | 'contactUrl'>

/**
 * Completes what is known of a structure from a register's list. Its name and label are its own to change.
 * @throws AppError `forbidden`, `not-found`
 */
export async function completeOrganisation(
  deps: CreateOrganisationDeps,
  actor: Actor,
  { organisationId, ...facts }: StructureFacts & { readonly organisationId: OrganisationId },
): Promise<void> {
  requireAdmin(actor)
  await deps.db.transaction(async (trx) => {
    const known = await selectOrganisation(trx, { id: organisationId })
    if (known === undefined) throw new AppError('not-found')
    const fields = Object.entries(facts).flatMap(([field, value]) =>
      value === undefined || known[field as keyof StructureFacts] === value ? [] : [field],
    )
    if (fields.length === 0) return
    await updateFacts(trx, organisationId, facts)
    await recordEvent(trx, {
      at: deps.clock.now(),
      actor,
      action: 'organisation.completed',
      organisationId,
      subject: { type: 'organisation', id: organisationId },
      details: { fields },
    })
  })
}
