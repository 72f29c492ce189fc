import { z } from 'zod'
import type { ApiClientId, CredentialId, IssuerId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

/** What is kept of a credential that an instance signed and gave a status to: never its content. */
export interface InstanceCredential {
  readonly id: CredentialId
  readonly issuerId: IssuerId
  readonly clientId: ApiClientId
  /** The credential's own `id`, as its client chose it. */
  readonly credentialUrl: string
  readonly issuedAt: string
}

/** Keeps it unless the same client had the same `id` signed here before; says whether it was kept. */
export async function insertInstanceCredential(db: Db, credential: InstanceCredential): Promise<boolean> {
  const inserted: unknown = await db('instance_credentials')
    .insert({
      id: credential.id,
      issuer_id: credential.issuerId,
      client_id: credential.clientId,
      credential_url: credential.credentialUrl,
      issued_at: credential.issuedAt,
    })
    .onConflict(['issuer_id', 'client_id', 'credential_url'])
    .ignore()
    .returning('id')
  return z.array(z.unknown()).parse(inserted).length === 1
}

/** By which names the status entries of a client's credential go: one an issuer that signed it. */
export async function selectInstanceCredentials(
  db: Db,
  where: { clientId: ApiClientId; credentialUrl: string; issuerId?: IssuerId },
): Promise<CredentialId[]> {
  const ids: unknown = await db('instance_credentials')
    .where({
      client_id: where.clientId,
      credential_url: where.credentialUrl,
      ...(where.issuerId === undefined ? {} : { issuer_id: where.issuerId }),
    })
    .orderBy('id')
    .pluck('id')
  return z.array(z.string()).parse(ids) as CredentialId[]
}
