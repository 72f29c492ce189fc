import { inGroupsOfFour } from '../../kernel/ids.ts'

/** An address of ours that ends in a code: as the QR code carries it, as paper shows it, as a link opens it. */
export interface ScanUrl {
  readonly href: string
  /** Upper case where that means the same address, for the QR code's compact alphanumeric mode. */
  readonly qr: string
  /** What a person reads and types: no `https://`, the code in groups of four. */
  readonly printed: string
}

const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]*$/

/**
 * The address of `route` (`v`: verification, `s`: a slip, `p`: a share) for a code. Scheme, host and route may be written in upper
 * case (RFC 3986, 6.2.2.1; our router ignores case); a path of the public URL may not, and stays as it is.
 *
 * `digits` is a compact proof. It stands in the fragment of what the QR code carries: that part is for the page that opens
 * and is never sent to a server (RFC 9110, 7.1).
 */
export function scanUrl(publicUrl: string, route: 'v' | 's' | 'p', code: string, digits?: string): ScanUrl {
  const base = publicUrl.replace(/\/+$/, '')
  const { origin, pathname } = new URL(base)
  const href = `${base}/${route}/${code}`
  const upper = `${origin}/${route}/${code}`.toUpperCase()
  const address = pathname === '/' && ALPHANUMERIC.test(upper) ? upper : href
  return {
    href,
    qr: digits === undefined ? address : `${address}#${digits}`,
    printed: `${withoutScheme(base)}/${route}/${groupCode(code)}`,
  }
}

/** The public URL that a credential's own URL (`…/credentials/CODE`) was made from. */
export const publicUrlOf = (credentialUrl: string): string =>
  credentialUrl.replace(/\/credentials\/[^/]*$/, '')

/** How people write an address: `https://` goes without saying. */
export const withoutScheme = (url: string): string => url.replace(/^https:\/\//, '')

/** A code as people read it: groups of four symbols that stay on one line. */
export const groupCode = (code: string): string => inGroupsOfFour(code, '\u00a0')
