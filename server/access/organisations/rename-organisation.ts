import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { mayActIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import { nameTaken } from './create-organisation.ts'
import { findOpenOrganisationByName } from './find-organisation.ts'
import type { Organisation } from './organisation.ts'
import { insertFormerName, lockOrganisation, updatePresentation } from './store.ts'

export interface RenameDeps {
  readonly db: Db
  readonly clock: Clock
}

/** How a structure presents itself from now on; what is absent is emptied. */
export interface Presentation {
  readonly organisationId: OrganisationId
  readonly name: string
  readonly publicLabel?: string | undefined
  readonly contactEmail?: string | undefined
  readonly contactUrl?: string | undefined
}

/**
 * Gives a structure another name, label or contact: its coordinators and the platform's admin may. Slug and DID never
 * change, and what was signed keeps the name it was signed with; the former name still finds the structure in imports.
 * @throws AppError `not-found` (also to whoever has no role there), `forbidden`, `structure-closed`, `already-exists`
 */
export async function renameOrganisation(
  deps: RenameDeps,
  actor: Actor,
  input: Presentation,
): Promise<Organisation> {
  return deps.db.transaction(async (trx) => {
    const before = await requireCoordinated(trx, actor, input.organisationId)
    const after = present(before, input)
    const changed = FIELDS.filter((field) => before[field] !== after[field])
    if (changed.length === 0) return before
    const bearer = await findOpenOrganisationByName(trx, after.name)
    if (bearer !== undefined && bearer.id !== before.id) throw nameTaken()
    const at = deps.clock.now()
    if (changed.includes('name') || changed.includes('publicLabel'))
      await insertFormerName(trx, before, isoInstant(at))
    await updatePresentation(trx, after)
    await recordEvent(trx, {
      at,
      actor,
      action: 'organisation.renamed',
      organisationId: after.id,
      subject: { type: 'organisation', id: after.id },
      details: { fields: changed },
    })
    return after
  })
}

const FIELDS = ['name', 'publicLabel', 'contactEmail', 'contactUrl'] as const

const present = (before: Organisation, input: Presentation): Organisation => ({
  ...before,
  name: input.name.trim(),
  publicLabel: input.publicLabel ?? null,
  contactEmail: input.contactEmail ?? null,
  contactUrl: input.contactUrl ?? null,
})

async function requireCoordinated(trx: Db, actor: Actor, id: OrganisationId): Promise<Organisation> {
  const organisation = await lockOrganisation(trx, id, 'change')
  if (organisation === undefined || !mayActIn(actor, id, 'trainer')) throw new AppError('not-found')
  if (!mayActIn(actor, id, 'coordinator')) throw new AppError('forbidden')
  if (organisation.closedAt !== null) throw new AppError('structure-closed', { name: organisation.name })
  return organisation
}
