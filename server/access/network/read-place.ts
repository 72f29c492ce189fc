import { dayInParis, type Clock } from '../../kernel/clock.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { listMembers } from '../accounts/index.ts'
import { findOrganisation, publicNameOf, type Organisation } from '../organisations/index.ts'
import { conventionState, type ConventionState, type NetworkPlace } from './network-place.ts'
import { selectInvitedBy, selectPlace } from './store.ts'

export interface InvitedStructure {
  readonly organisation: Organisation
  /** Nobody has answered yet. */
  readonly waiting: boolean
}

export interface StructurePlace extends NetworkPlace {
  readonly convention: ConventionState
  readonly invitedByName: string | undefined
  /** In alphabetical order: none is more equal than another. */
  readonly invited: readonly InvitedStructure[]
}

/** A structure's place in the network, in full. The caller has checked that the reader may know. */
export async function readPlace(
  deps: { readonly db: Db; readonly clock: Clock },
  organisationId: OrganisationId,
): Promise<StructurePlace> {
  const { db } = deps
  const place = await selectPlace(db, organisationId)
  const inviter = place.invitedBy === null ? undefined : await findOrganisation(db, place.invitedBy)
  const invited: InvitedStructure[] = []
  for (const id of await selectInvitedBy(db, organisationId)) {
    const organisation = await findOrganisation(db, id)
    if (organisation === undefined) continue
    invited.push({ organisation, waiting: (await listMembers(db, id)).length === 0 })
  }
  return {
    ...place,
    convention: conventionState(place, dayInParis(deps.clock.now())),
    invitedByName: inviter && publicNameOf(inviter),
    invited: invited.sort((a, b) => a.organisation.name.localeCompare(b.organisation.name, 'fr')),
  }
}
