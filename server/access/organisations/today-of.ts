import type { OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { publicNameOf, type Organisation } from './organisation.ts'
import { selectOrganisation } from './store.ts'

/** What became of a structure. */
export interface StructureToday {
  /** Who answers today: the structure itself, or the last of those that took over. */
  readonly organisation: Organisation
  readonly state: 'open' | 'closed'
  /** The name it shows outside. */
  readonly name: string
  /** The address to write to today; absent when it is closed or gave none. */
  readonly contactEmail?: string
}

/**
 * Who answers today for what a structure signed. A chain of take-overs leads to its last structure; undefined for an id
 * nobody has.
 */
export async function todayOf(db: Db, organisationId: OrganisationId): Promise<StructureToday | undefined> {
  const organisation = await lastSuccessor(db, organisationId)
  if (organisation === undefined) return undefined
  const state = organisation.closedAt === null ? 'open' : 'closed'
  const { contactEmail } = organisation
  return {
    organisation,
    state,
    name: publicNameOf(organisation),
    ...(state === 'open' && contactEmail !== null ? { contactEmail } : {}),
  }
}

async function lastSuccessor(db: Db, first: OrganisationId): Promise<Organisation | undefined> {
  // no use case makes a circle; a page must not turn for ever should a hand in the database make one
  const seen = new Set<OrganisationId>()
  let found: Organisation | undefined
  for (let id: OrganisationId | null = first; id !== null && !seen.has(id);) {
    seen.add(id)
    const next = await selectOrganisation(db, { id })
    if (next === undefined) break
    found = next
    id = next.succeededBy
  }
  return found
}
