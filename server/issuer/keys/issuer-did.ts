import { AppError } from '../../kernel/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  didKeyDocument,
  didKeyOf,
  didWebDocument,
  didWebOf,
  VcError,
  type JsonObject,
} from '../../vc/index.ts'
import { isInstanceSlug, PLATFORM_SLUG } from './issuer.ts'
import { formerPublicUrls } from './public-url-store.ts'
import { findIssuerById, findIssuerBySlug, findKey, keysOf, type IssuerRow } from './store.ts'

const isPublished = (publicUrl: string): boolean => publicUrl.startsWith('https://')

/**
 * `did:web` of the platform or of a structure's path when people reach us over https; otherwise (development) the
 * `did:key` of the active key, which needs no server to resolve. An instance has its `did:key` always.
 */
export function issuerDid(publicUrl: string, slug: string, activeKeyId: string | undefined): string {
  if (isPublished(publicUrl) && !isInstanceSlug(slug))
    return didWebOf(publicUrl, slug === PLATFORM_SLUG ? [] : ['orgs', slug])
  if (activeKeyId === undefined) throw new AppError('key-missing', { key: slug })
  return didKeyOf(activeKeyId)
}

/** The issuer that has this `did:web`, or had it under a former public URL, if it is one of ours. */
export async function findIssuerOfDidWeb(
  publicUrl: string,
  db: Db,
  did: string,
): Promise<IssuerRow | undefined> {
  if (!did.startsWith('did:web:')) return undefined
  const issuer = await findIssuerAt(publicUrl, db, did)
  if (issuer !== undefined) return issuer
  for (const former of await formerPublicUrls(db, publicUrl)) {
    const known = await findIssuerAt(former, db, did)
    if (known !== undefined) return known
  }
  return undefined
}

async function findIssuerAt(publicUrl: string, db: Db, did: string): Promise<IssuerRow | undefined> {
  if (!isPublished(publicUrl)) return undefined
  const platform = didWebOf(publicUrl)
  const path = `${platform}:orgs:`
  if (did !== platform && !did.startsWith(path)) return undefined
  const slug = did === platform ? PLATFORM_SLUG : decodeSegment(did.slice(path.length))
  const issuer = await findIssuerBySlug(db, slug)
  return issuer !== undefined && issuerDid(publicUrl, issuer.slug, undefined) === did ? issuer : undefined
}

/** The DID document of our issuer or of any `did:key`; undefined when somebody else must be asked. */
export async function resolveDid(publicUrl: string, db: Db, did: string): Promise<JsonObject | undefined> {
  if (did.startsWith('did:key:')) return readDidKey(db, did)
  const issuer = await findIssuerOfDidWeb(publicUrl, db, did)
  return issuer && documentOf(db, issuer, did)
}

/**
 * Whether `did` is one of our issuers. That a key of it was compromised is no matter of who the issuer is: what such a
 * key signed fails already at its proof, or was seen by us in time and is still the issuer's.
 */
export async function isOwnDid(publicUrl: string, db: Db, did: string): Promise<boolean> {
  if (did.startsWith('did:key:')) {
    const key = await findKey(db, did.slice('did:key:'.length))
    const issuer = key && (await findIssuerById(db, key.issuerId))
    // an instance signs whatever its clients send
    return issuer !== undefined && !isInstanceSlug(issuer.slug)
  }
  const issuer = await findIssuerOfDidWeb(publicUrl, db, did)
  return issuer !== undefined && (await keysOf(db, issuer.id)).length > 0
}

/** The DID document to publish for an issuer: its did:web, or in development its active key's did:key. */
export async function issuerDocument(publicUrl: string, db: Db, issuer: IssuerRow): Promise<JsonObject> {
  const active = (await keysOf(db, issuer.id)).find((key) => key.state === 'active')
  const did = issuerDid(publicUrl, issuer.slug, active?.keyId)
  return isPublished(publicUrl) ? documentOf(db, issuer, did) : didKeyDocument(did)
}

/** Retired keys stay: a key that leaves `assertionMethod` takes with it all it signed. */
async function documentOf(db: Db, issuer: IssuerRow, did: string): Promise<JsonObject> {
  const keys = (await keysOf(db, issuer.id)).map(({ keyId, compromisedSince }) => ({
    publicKeyMultibase: keyId,
    ...(compromisedSince === null ? {} : { revoked: compromisedSince }),
  }))
  return didWebDocument({ did, keys })
}

/**
 * The document that a `did:key` stands for. Of a compromised key of ours it is the document the key deserves: the method
 * alone gives no way to take a key back, so that only we know.
 */
async function readDidKey(db: Db, did: string): Promise<JsonObject | undefined> {
  const publicKeyMultibase = did.slice('did:key:'.length)
  const revoked = (await findKey(db, publicKeyMultibase))?.compromisedSince
  if (typeof revoked === 'string') return didWebDocument({ did, keys: [{ publicKeyMultibase, revoked }] })
  try {
    return didKeyDocument(did)
  } catch (error) {
    if (error instanceof VcError) return undefined
    throw error
  }
}

function decodeSegment(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
