import { AppError } from '../../kernel/errors.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { listMembers, listPendingInvitations } from '../accounts/index.ts'
import { findOrganisationBySlug, type Organisation } from '../organisations/index.ts'
import type { StructureLifeDeps } from './structure-life-deps.ts'
import type { RecordCounts, SharedPeople } from './structure-records.ts'

/** Everything a change would touch, before anybody decides. */
export interface StructurePreview extends RecordCounts {
  readonly organisation: Organisation
  readonly members: number
  readonly invitations: number
}

/** @throws AppError `forbidden`, `not-found` */
export async function requireStructure(db: Db, actor: Actor, slug: string): Promise<Organisation> {
  requireAdmin(actor)
  const organisation = await findOrganisationBySlug(db, slug)
  if (organisation === undefined) throw new AppError('not-found')
  return organisation
}

/** What is in a structure. The caller has checked who may know. */
export async function previewStructure(
  deps: StructureLifeDeps,
  organisation: Organisation,
): Promise<StructurePreview> {
  const { db, structureRecords } = deps
  return {
    organisation,
    members: (await listMembers(db, organisation.id)).length,
    invitations: (await listPendingInvitations(db, organisation.id)).length,
    ...(await structureRecords.count(db, organisation.id)),
  }
}

/** What would move, and whom both structures know. */
export async function previewMerger(
  deps: StructureLifeDeps,
  from: Organisation,
  into: Organisation,
): Promise<StructurePreview & { readonly into: Organisation; readonly people: SharedPeople }> {
  const pair: { from: OrganisationId; into: OrganisationId } = { from: from.id, into: into.id }
  return {
    ...(await previewStructure(deps, from)),
    into,
    people: await deps.structureRecords.compare(deps.db, pair),
  }
}
