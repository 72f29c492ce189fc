import { z } from 'zod'
import type { IsoDate } from '../../kernel/clock.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { noPlace, type NetworkPlace } from './network-place.ts'

const day = z
  .string()
  .nullable()
  .transform((text) => text as IsoDate | null)
const organisationId = z.string().transform((id) => id as OrganisationId)

const placeRow = z
  .object({
    organisation_id: organisationId,
    head_since: z.string().nullable(),
    invited_by: organisationId.nullable(),
    convention_from: day,
    convention_until: day,
  })
  .transform((row): NetworkPlace => ({
    organisationId: row.organisation_id,
    headSince: row.head_since,
    invitedBy: row.invited_by,
    conventionFrom: row.convention_from,
    conventionUntil: row.convention_until,
  }))

export async function selectPlace(db: Db, id: OrganisationId): Promise<NetworkPlace> {
  const row: unknown = await db('network_places').where({ organisation_id: id }).first()
  return row === undefined ? noPlace(id) : placeRow.parse(row)
}

/** The structures that one asked to join, in no promised order. */
export async function selectInvitedBy(db: Db, id: OrganisationId): Promise<OrganisationId[]> {
  const rows: unknown[] = await db('network_places').where({ invited_by: id })
  return rows.map((row) => placeRow.parse(row).organisationId)
}

export async function upsertPlace(trx: Db, place: NetworkPlace, at: string): Promise<void> {
  await trx('network_places')
    .insert({
      organisation_id: place.organisationId,
      head_since: place.headSince,
      invited_by: place.invitedBy,
      convention_from: place.conventionFrom,
      convention_until: place.conventionUntil,
      updated_at: at,
    })
    .onConflict('organisation_id')
    .merge()
}
