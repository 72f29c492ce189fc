import { z } from 'zod'
import type { IssuerId, OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { isInstanceSlug, type KeyState } from './issuer.ts'
import type { KeyType } from './key-store.ts'

/** An issuer as stored; its DID depends on the public URL and is worked out by the key ring. */
export interface IssuerRow {
  readonly id: IssuerId
  readonly organisationId: OrganisationId | null
  readonly slug: string
}

export interface KeyRow {
  readonly keyId: string
  readonly issuerId: IssuerId
  readonly state: KeyState
  readonly createdAt: string
  readonly retiredAt: string | null
  /** When we were told. */
  readonly compromisedAt: string | null
  /** From this instant on nothing it signed is believed; set when, and only when, it is compromised. */
  readonly compromisedSince: string | null
}

const issuerRow = z
  .object({ id: z.string(), organisation_id: z.string().nullable(), slug: z.string() })
  .transform((row): IssuerRow => ({
    id: row.id as IssuerId,
    organisationId: row.organisation_id as OrganisationId | null,
    slug: row.slug,
  }))

const keyRow = z
  .object({
    id: z.string(),
    issuer_id: z.string(),
    state: z.enum(['active', 'retired', 'compromised']),
    created_at: z.string(),
    retired_at: z.string().nullable(),
    compromised_at: z.string().nullable(),
    compromised_since: z.string().nullable(),
  })
  .transform((row): KeyRow => ({
    keyId: row.id,
    issuerId: row.issuer_id as IssuerId,
    state: row.state,
    createdAt: row.created_at,
    retiredAt: row.retired_at,
    compromisedAt: row.compromised_at,
    // a compromised key of which nobody said since when is believed in nothing
    compromisedSince: row.state === 'compromised' ? (row.compromised_since ?? row.created_at) : null,
  }))

const ISSUER = ['id', 'organisation_id', 'slug']
const KEY = ['id', 'issuer_id', 'state', 'created_at', 'retired_at', 'compromised_at', 'compromised_since']

/** The issuer of a structure, or of the platform (null). The platform is known by its slug: SQL nulls are not equal. */
export async function findIssuerOf(
  db: Db,
  organisationId: OrganisationId | null,
  platformSlug: string,
): Promise<IssuerRow | undefined> {
  const where = organisationId === null ? { slug: platformSlug } : { organisation_id: organisationId }
  return issuerRow.optional().parse(await db('issuers').where(where).first(ISSUER))
}

/** The issuer of a structure or of the platform; those of instances are not found by their slug. */
export async function findIssuerBySlug(db: Db, slug: string): Promise<IssuerRow | undefined> {
  return isInstanceSlug(slug) ? undefined : findInstanceBySlug(db, slug)
}

/** Any issuer, those of instances too. */
export async function findInstanceBySlug(db: Db, slug: string): Promise<IssuerRow | undefined> {
  return issuerRow.optional().parse(await db('issuers').where({ slug }).first(ISSUER))
}

export async function findIssuerById(db: Db, id: IssuerId): Promise<IssuerRow | undefined> {
  return issuerRow.optional().parse(await db('issuers').where({ id }).first(ISSUER))
}

/** The platform and the structures that have an issuer, by slug; not the instances. */
export async function allIssuers(db: Db): Promise<IssuerRow[]> {
  const rows = z.array(issuerRow).parse(await db('issuers').orderBy('slug').select(ISSUER))
  return rows.filter(({ slug }) => !isInstanceSlug(slug))
}

/** Inserts the issuer unless it exists already, perhaps made by another process this very moment. */
export async function insertIssuer(db: Db, issuer: IssuerRow, createdAt: string): Promise<boolean> {
  const inserted: unknown = await db('issuers')
    .insert({
      id: issuer.id,
      organisation_id: issuer.organisationId,
      slug: issuer.slug,
      created_at: createdAt,
    })
    .onConflict()
    .ignore()
    .returning('id')
  return z.array(z.unknown()).parse(inserted).length === 1
}

export async function insertActiveKey(
  db: Db,
  keyId: string,
  issuerId: IssuerId,
  createdAt: string,
  algorithm: KeyType = 'Ed25519',
): Promise<void> {
  await db('signing_keys').insert({
    id: keyId,
    issuer_id: issuerId,
    algorithm,
    state: 'active',
    created_at: createdAt,
  })
}

/** Retires the active key and says which it was. As the transaction's first write it also keeps other rotations out. */
export async function retireActiveKey(
  db: Db,
  issuerId: IssuerId,
  retiredAt: string,
): Promise<string | undefined> {
  const retired: unknown = await db('signing_keys')
    .where({ issuer_id: issuerId, state: 'active' })
    .update({ state: 'retired', retired_at: retiredAt })
    .returning('id')
  return z.array(z.object({ id: z.string() })).parse(retired)[0]?.id
}

/** Notes a compromise, or moves a known one to an earlier moment; says whether anything changed. */
export async function markCompromised(
  db: Db,
  keyId: string,
  { at, since }: { at: string; since: string },
): Promise<boolean> {
  const changed = await db('signing_keys')
    .where({ id: keyId })
    .where((known) => void known.whereNot({ state: 'compromised' }).orWhere('compromised_since', '>', since))
    .update({
      state: 'compromised',
      compromised_at: db.raw('coalesce(compromised_at, ?)', [at]),
      compromised_since: since,
    })
  return changed === 1
}

export async function activeKey(db: Db, issuerId: IssuerId): Promise<KeyRow | undefined> {
  return keyRow
    .optional()
    .parse(await db('signing_keys').where({ issuer_id: issuerId, state: 'active' }).first(KEY))
}

/** The keys that sign now, with the issuer's slug each, by slug. */
export async function allActiveKeys(db: Db): Promise<{ keyId: string; issuer: string }[]> {
  const rows: unknown = await db('signing_keys')
    .join('issuers', 'issuers.id', 'signing_keys.issuer_id')
    .where({ state: 'active' })
    .orderBy('slug')
    .select(['signing_keys.id as key_id', 'slug'])
  return z
    .array(z.object({ key_id: z.string(), slug: z.string() }))
    .parse(rows)
    .map((row) => ({ keyId: row.key_id, issuer: row.slug }))
}

export async function findKey(db: Db, keyId: string): Promise<KeyRow | undefined> {
  return keyRow.optional().parse(await db('signing_keys').where({ id: keyId }).first(KEY))
}

/** Every key of an issuer, the newest first. */
export async function keysOf(db: Db, issuerId: IssuerId): Promise<KeyRow[]> {
  const rows: unknown = await db('signing_keys')
    .where({ issuer_id: issuerId })
    .orderByRaw("case state when 'active' then 0 else 1 end")
    .orderBy('created_at', 'desc')
    .select(KEY)
  return z.array(keyRow).parse(rows)
}

/**
 * Keeps other transactions from issuing in this issuer's name until this one ends. An update that changes nothing is
 * the lock that SQLite and PostgreSQL share.
 */
export async function lockIssuer(trx: Db, id: IssuerId): Promise<void> {
  await trx('issuers')
    .where({ id })
    .update({ slug: trx.ref('slug') })
}
