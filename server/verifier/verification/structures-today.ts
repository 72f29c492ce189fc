import { todayOf, type StructureToday } from '../../access/organisations/index.ts'
import type { CredentialRecord } from '../../issuer/credentials/index.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { idOf, type JsonObject } from '../../vc/index.ts'
import type { RegisteredResult } from './registered-result.ts'

/** By the DID that signed: who answers today for what a structure attested. */
export type StructuresToday = ReadonlyMap<string, StructureToday>

/**
 * Who answers today for a document and its members. Only for what our register knows, that is, what one of our own keys
 * signed: a name in somebody else's document leads to nobody of the network.
 */
export async function structuresToday(
  db: Db,
  document: JsonObject,
  result: Pick<RegisteredResult, 'record' | 'members'>,
): Promise<StructuresToday> {
  const known = [{ credential: document, record: result.record }, ...(result.members ?? [])].flatMap(
    ({ credential, record }) => signatureOf(credential, record),
  )
  const answers = new Map<OrganisationId, StructureToday | undefined>()
  const today = new Map<string, StructureToday>()
  for (const { did, organisationId } of known) {
    if (!answers.has(organisationId)) answers.set(organisationId, await todayOf(db, organisationId))
    const answer = answers.get(organisationId)
    if (answer !== undefined) today.set(did, answer)
  }
  return today
}

/** A passport is signed by the platform, whatever structure it was asked for. */
function signatureOf(
  credential: JsonObject,
  record: CredentialRecord | undefined,
): { did: string; organisationId: OrganisationId }[] {
  const did = idOf(credential['issuer'])
  if (did === undefined || record === undefined || record.kind === 'passport') return []
  return record.organisationId === null ? [] : [{ did, organisationId: record.organisationId }]
}
