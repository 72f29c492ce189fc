import { z } from 'zod'
import type { OrganisationId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

const partnerRow = z.object({
  session_id: z.string().transform((id) => id as TrainingSessionId),
  organisation_id: z.string().transform((id) => id as OrganisationId),
})

/** The structures a session is shared with; its own is not among them. */
export async function selectPartners(db: Db, sessionId: TrainingSessionId): Promise<OrganisationId[]> {
  return (await selectPartnersOf(db, [sessionId])).map(({ organisationId }) => organisationId)
}

/** {@link selectPartners} of many sessions at once. */
export async function selectPartnersOf(
  db: Db,
  sessionIds: readonly TrainingSessionId[],
): Promise<{ sessionId: TrainingSessionId; organisationId: OrganisationId }[]> {
  const rows: unknown[] = await db('session_structures').whereIn('session_id', [...sessionIds])
  return rows.map((row) => {
    const { session_id: sessionId, organisation_id: organisationId } = partnerRow.parse(row)
    return { sessionId, organisationId }
  })
}

export async function insertPartner(
  trx: Db,
  row: {
    readonly sessionId: TrainingSessionId
    readonly organisationId: OrganisationId
    readonly at: string
  },
): Promise<void> {
  await trx('session_structures')
    .insert({ session_id: row.sessionId, organisation_id: row.organisationId, added_at: row.at })
    .onConflict(['session_id', 'organisation_id'])
    .ignore()
}

export async function deletePartner(
  trx: Db,
  row: { readonly sessionId: TrainingSessionId; readonly organisationId: OrganisationId },
): Promise<void> {
  await trx('session_structures')
    .where({ session_id: row.sessionId, organisation_id: row.organisationId })
    .delete()
}

/** The place a structure has beside others becomes that of the one which takes it over, once a session. */
export async function updatePartnersOrganisation(
  trx: Db,
  { from, into }: { readonly from: OrganisationId; readonly into: OrganisationId },
): Promise<void> {
  const held = trx('training_sessions').select('id').where({ organisation_id: into })
  const shared = trx('session_structures').select('session_id').where({ organisation_id: into })
  await trx('session_structures')
    .where({ organisation_id: from })
    .whereNotIn('session_id', held)
    .whereNotIn('session_id', shared)
    .update({ organisation_id: into })
  await trx('session_structures').where({ organisation_id: from }).delete()
  // what the structure held itself it does not share with itself
  await trx('session_structures').where({ organisation_id: into }).whereIn('session_id', held).delete()
}
