import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId, type IssuerId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import { isUniqueViolation, type Db } from '../../platform/db/index.ts'
import { issuerDid } from './issuer-did.ts'
import { instanceSlug, type Issuer } from './issuer.ts'
import type { KeyRing } from './key-ring.ts'
import type { KeyType } from './key-store.ts'
import { activeKey, findInstanceBySlug, insertActiveKey, insertIssuer } from './store.ts'

const SERVER: Actor = { kind: 'system', name: 'passerelle' }

export interface InstanceIssuerDeps {
  readonly db: Db
  readonly ring: KeyRing
  readonly clock: Clock
}

/** What an instance is called, and what it signs with. */
interface InstanceKind {
  readonly name: string
  readonly keyType: KeyType
}

/**
 * The issuer of a VC-API instance, with a key of its own in the key store; made when it is first asked for. It is a
 * `did:key` under whatever public URL: it has no part in the DIDs of the platform and of the structures. When its key
 * was taken out of service it goes on under another one, and so as another DID.
 */
export async function instanceIssuer(deps: InstanceIssuerDeps, instance: InstanceKind): Promise<Issuer> {
  const known = await findInstance(deps, instance)
  if (known !== undefined) return known
  const keyId = await deps.ring.store.create(instance.keyType)
  await deps.db
    .transaction((trx) => giveKey(trx, deps, instance, keyId))
    // another process was faster: its key is the one, ours stays unused
    .catch((error: unknown) => {
      if (!isUniqueViolation(error)) throw error
    })
  const made = await findInstance(deps, instance)
  if (made === undefined) throw new AppError('key-missing', { key: instanceSlug(instance.name) })
  return made
}

async function findInstance(
  { db, ring }: InstanceIssuerDeps,
  { name }: InstanceKind,
): Promise<Issuer | undefined> {
  const slug = instanceSlug(name)
  const row = await findInstanceBySlug(db, slug)
  const active = row && (await activeKey(db, row.id))
  return row && active && { ...row, did: issuerDid(ring.publicUrl, slug, active.keyId) }
}

async function giveKey(
  trx: Db,
  { clock }: InstanceIssuerDeps,
  { name, keyType }: InstanceKind,
  keyId: string,
): Promise<void> {
  const at = clock.now()
  const slug = instanceSlug(name)
  await insertIssuer(trx, { id: newId<IssuerId>(), organisationId: null, slug }, isoInstant(at))
  const issuer = await findInstanceBySlug(trx, slug)
  if (issuer === undefined) throw new AppError('key-missing', { key: slug })
  await insertActiveKey(trx, keyId, issuer.id, isoInstant(at), keyType)
  await recordEvent(trx, {
    at,
    actor: SERVER,
    action: 'issuer.created',
    subject: { type: 'issuer', id: issuer.id },
    details: { slug, keyId },
  })
}
