import type { IssuerId, OrganisationId } from '../../kernel/ids.ts'
import type { SigningKey } from '../../vc/index.ts'

/** The platform's own issuer: no organisation, and a slug no structure may take. */
export const PLATFORM_SLUG = 'platform'

/** The issuers of VC-API instances have a slug that no structure can get: slugs hold no colon. */
export const instanceSlug = (name: string): string => `instance:${name}`

/** Whether an issuer is an instance's: a `did:key` for whatever a client asks to sign, of which we vouch for nothing. */
export const isInstanceSlug = (slug: string): boolean => slug.startsWith('instance:')

/** Who signs: one per structure, plus the platform itself (`organisationId` null). */
export interface Issuer {
  readonly id: IssuerId
  readonly organisationId: OrganisationId | null
  readonly slug: string
  /** `did:web` when the public URL is https, the active key's `did:key` otherwise. */
  readonly did: string
}

/**
 * A key's life. `active` signs new credentials. `retired` signs nothing new but stays in the DID document, so what it
 * signed keeps verifying. `compromised` signs nothing more and is named in the DID document as revoked: what we recorded
 * as signed before somebody else may have had it is still believed here, and nothing else.
 */
export type KeyState = 'active' | 'retired' | 'compromised'

/** A key that may sign now, with the name it has in the database and in the key store. */
export type RingKey = SigningKey & { readonly keyId: string }

/** A key as an administrator sees it: never its private part. */
export interface KeyListing {
  readonly keyId: string
  readonly issuer: string
  readonly organisationId: OrganisationId | null
  readonly did: string
  readonly state: KeyState
  readonly createdAt: string
  readonly retiredAt: string | null
  readonly compromisedAt: string | null
  /** From this instant on nothing it signed is believed. */
  readonly compromisedSince: string | null
}

/**
 * The issuer's slug for a structure. A structure that managed to be called `platform` must not take the platform's
 * DID path.
 */
export function issuerSlug(organisationSlug: string): string {
  return organisationSlug === PLATFORM_SLUG ? `org-${organisationSlug}` : organisationSlug
}
