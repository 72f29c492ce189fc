import type { X509Certificate } from 'node:crypto'
import type { Organisation } from '../../access/organisations/index.ts'
import { nameIn } from './check-certificate.ts'
import type { Chain } from './read-certificates.ts'

/** Where a seal stands today. `unreadable`: another installation's, or the file was changed; the others by its dates. */
export type SealState = 'valid' | 'not-yet-valid' | 'expired' | 'unreadable'

/** A seal without anything secret. */
export interface SealListing {
  /** Slug of the structure. */
  readonly structure: string
  readonly name: string
  /** Who issued the certificate. */
  readonly issuer: string
  /** SHA-256 of the certificate, in hexadecimal with colons. */
  readonly fingerprint: string
  /** ISO instants. */
  readonly validFrom: string
  readonly validUntil: string
  readonly state: SealState
  /** How many certificates travel in each sealed passport. */
  readonly certificates: number
}

export function describeSeal(
  organisation: Pick<Organisation, 'slug'>,
  chain: Chain,
  state: SealState,
): SealListing {
  const [own] = chain
  return {
    structure: organisation.slug,
    name: nameIn(own),
    issuer: own.issuer.replaceAll('\n', ', '),
    fingerprint: own.fingerprint256,
    validFrom: own.validFromDate.toISOString(),
    validUntil: own.validToDate.toISOString(),
    state,
    certificates: chain.length,
  }
}

export function stateAt(own: X509Certificate, now: Date): Exclude<SealState, 'unreadable'> {
  if (own.validToDate < now) return 'expired'
  return own.validFromDate > now ? 'not-yet-valid' : 'valid'
}
