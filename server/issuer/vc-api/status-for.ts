import type { ClientActor } from '../../kernel/api-client.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { newId, type CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import type { JsonObject } from '../../vc/index.ts'
import type { Issuer } from '../keys/index.ts'
import { allocateStatusEntries, findStatusEntries, type StatusEntry } from '../status-lists/index.ts'
import { isKeepable } from './forms.ts'
import { Refusal } from './refusal.ts'
import { insertInstanceCredential, selectInstanceCredentials } from './store.ts'
import type { VcApiDeps } from './vc-api-deps.ts'

/**
 * The `credentialStatus` of a credential that is about to be signed (Bitstring Status List 1.0 §2.1), and the name of its
 * entry. The same `id` of the same client has the same entry, however often it is signed: once withdrawn, it stays so.
 * @throws Refusal `id-needed`, `status-present`
 */
export async function statusFor(
  trx: Db,
  deps: VcApiDeps,
  { client, issuer }: { client: ClientActor; issuer: Issuer },
  credential: JsonObject,
): Promise<{ id: CredentialId; credentialStatus: JsonObject }> {
  if (credential['credentialStatus'] !== undefined)
    throw new Refusal({ code: 'status-present', pointer: '/credential/credentialStatus' })
  const credentialUrl = credential['id']
  if (typeof credentialUrl !== 'string' || !isKeepable(credentialUrl))
    throw new Refusal({ code: 'id-needed', pointer: '/credential/id' })
  const id = await keep(trx, deps, { client, issuer, credentialUrl })
  const entry = (await entryOf(trx, id, issuer)) ?? (await takeEntry(trx, deps, id, issuer))
  if (entry === undefined) throw new Error('no status entry was taken')
  const { listUrl, index } = entry
  return {
    id,
    credentialStatus: {
      id: `${listUrl}#${index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(index),
      statusListCredential: listUrl,
    },
  }
}

/** The entry it has in a list of this very DID: verifiers want list and credential from one issuer. */
async function entryOf(trx: Db, id: CredentialId, issuer: Issuer): Promise<StatusEntry | undefined> {
  const entries = await findStatusEntries(trx, id)
  return entries.find(({ purpose, issuerDid }) => purpose === 'revocation' && issuerDid === issuer.did)
}

async function takeEntry(
  trx: Db,
  deps: VcApiDeps,
  id: CredentialId,
  issuer: Issuer,
): Promise<StatusEntry | undefined> {
  const entries = await allocateStatusEntries(trx, { ...deps, statusPurposes: ['revocation'] }, issuer, [id])
  return entries.get(id)?.[0]
}

/** By which name the entry of this `id` goes. */
async function keep(
  trx: Db,
  deps: VcApiDeps,
  { client, issuer, credentialUrl }: { client: ClientActor; issuer: Issuer; credentialUrl: string },
): Promise<CredentialId> {
  const key = { issuerId: issuer.id, clientId: client.clientId, credentialUrl }
  const id = newId<CredentialId>()
  const issuedAt = isoInstant(deps.clock.now())
  if (await insertInstanceCredential(trx, { id, ...key, issuedAt })) return id
  const [known] = await selectInstanceCredentials(trx, key)
  if (known === undefined) throw new Error('the credential was neither kept nor known')
  return known
}
