import { isIP } from 'node:net'
import { AppError } from '../../kernel/errors.ts'

export interface RelyingParty {
  /** The domain keys are made for: they sign for no other (WebAuthn §5.1.2). */
  readonly id: string
  readonly origin: string
}

/**
 * Who we are to a browser. Undefined where browsers offer no passkeys at all: at a bare IP address, and over http
 * anywhere but `localhost` (WebAuthn §5, secure contexts).
 */
export function relyingPartyOf(publicUrl: string): RelyingParty | undefined {
  const { hostname, origin, protocol } = new URL(publicUrl)
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost')
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || (protocol !== 'https:' && !isLocal)) return undefined
  return { id: hostname, origin }
}

/** @throws AppError `passkeys-unavailable` */
export function requireRelyingParty(deps: { readonly publicUrl: string }): RelyingParty {
  const party = relyingPartyOf(deps.publicUrl)
  if (party === undefined) throw new AppError('passkeys-unavailable')
  return party
}
