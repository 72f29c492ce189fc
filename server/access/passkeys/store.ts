import { z } from 'zod'
import type { Db } from '../../platform/db/index.ts'
import type { PasskeyId, PasskeyOwner, StoredPasskey } from './passkey.ts'

interface PasskeyRow {
  id: PasskeyId
  owner_kind: string
  owner_id: string
  name: string
  credential_id: string
  public_key: string
  /** 32 bits without a sign: PostgreSQL's driver gives such numbers as text. */
  counter: number | string
  transports: string
  device_type: string
  created_at: string
  last_used_at: string | null
}

const passkeys = (db: Db) => db<PasskeyRow>('passkeys')
const transports = z.array(z.string())
const ofOwner = ({ kind, id }: PasskeyOwner) => ({ owner_kind: kind, owner_id: id })

export async function insertPasskey(db: Db, passkey: StoredPasskey): Promise<void> {
  await passkeys(db).insert({
    ...ofOwner(passkey.owner),
    id: passkey.id,
    name: passkey.name,
    credential_id: passkey.credentialId,
    public_key: Buffer.from(passkey.publicKey).toString('base64url'),
    counter: passkey.counter,
    transports: JSON.stringify(passkey.transports),
    device_type: passkey.synced ? 'multiDevice' : 'singleDevice',
    created_at: passkey.createdAt,
    last_used_at: passkey.lastUsedAt,
  })
}

export async function selectPasskeys(db: Db, owner: PasskeyOwner): Promise<StoredPasskey[]> {
  const rows: PasskeyRow[] = await passkeys(db)
    .where(ofOwner(owner))
    .orderBy([{ column: 'created_at' }, { column: 'id' }])
  return rows.map(toPasskey)
}

export async function selectPasskeyByCredential(
  db: Db,
  credentialId: string,
): Promise<StoredPasskey | undefined> {
  const row: PasskeyRow | undefined = await passkeys(db).where({ credential_id: credentialId }).first()
  return row && toPasskey(row)
}

/** Notes a use. @returns false when the counter is no longer what the check was made against */
export async function updateUse(
  db: Db,
  passkey: StoredPasskey,
  use: { readonly counter: number; readonly at: string },
): Promise<boolean> {
  const changed: number = await passkeys(db)
    .where({ id: passkey.id, counter: passkey.counter })
    .update({ counter: use.counter, last_used_at: use.at })
  return changed === 1
}

/** @returns false when the owner has no such key */
export async function deletePasskey(db: Db, owner: PasskeyOwner, id: PasskeyId): Promise<boolean> {
  const gone: number = await passkeys(db)
    .where({ ...ofOwner(owner), id })
    .delete()
  return gone === 1
}

/** @returns how many there were */
export async function deletePasskeysOf(db: Db, owner: PasskeyOwner): Promise<number> {
  return passkeys(db).where(ofOwner(owner)).delete()
}

function toPasskey(row: PasskeyRow): StoredPasskey {
  return {
    id: row.id,
    owner: { kind: row.owner_kind, id: row.owner_id } as PasskeyOwner,
    name: row.name,
    credentialId: row.credential_id,
    publicKey: Uint8Array.from(Buffer.from(row.public_key, 'base64url')),
    counter: Number(row.counter),
    transports: transports.parse(JSON.parse(row.transports)),
    synced: row.device_type === 'multiDevice',
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }
}
