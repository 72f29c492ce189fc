import { parseCrockfordCode } from '../../server/kernel/ids.ts'

/** What a QR code turned out to hold. */
export type Recognised =
  /** The page of one of our codes: a path of this origin, with the paper's own proof behind `#` when it carries one. */
  | { readonly kind: 'ours'; readonly path: string }
  /** A credential, ready for the form. */
  | { readonly kind: 'document'; readonly text: string }
  /** An address that is no verification page of this site: shown, never opened. */
  | { readonly kind: 'address'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }

/** `/V/7K3M9QWX2FHT`: printed in capitals, which a QR code holds in fewer modules. */
const VERDICT_PAGE = /^\/v\/([^/]+)\/?$/i
const CODE_LENGTH = 12
/** The proof is some hundred digits; nothing else goes behind the `#` of an address of ours. */
const PROOF = /^#\d{1,1200}$/
/** Three parts in base64url (RFC 7515), with the disclosures of an SD-JWT or without. */
const JWT = /^eyJ[\w-]+\.[\w-]+\.[\w-]*(~[\w.~-]*)?$/

/**
 * Tells what was scanned. An address counts as ours only when its host is exactly the one of this page: a look-alike is
 * shown as what it is.
 * @param host of this page, with its port where it has one
 */
export function recognise(scanned: string, host: string): Recognised {
  const text = scanned.trim()
  if (text.startsWith('{') || JWT.test(text)) return { kind: 'document', text }
  const address = parseAddress(text)
  if (address === undefined) return { kind: 'text', text }
  return ourPage(address, host) ?? { kind: 'address', text }
}

function ourPage(address: URL, host: string): Recognised | undefined {
  if (!/^https?:$/.test(address.protocol) || address.host !== host || address.username !== '')
    return undefined
  const [, typed = ''] = VERDICT_PAGE.exec(address.pathname) ?? []
  const code = parseCrockfordCode(typed, CODE_LENGTH)
  if (code === undefined) return undefined
  return { kind: 'ours', path: `/v/${code}${PROOF.test(address.hash) ? address.hash : ''}` }
}

/** Of any scheme that names a place: what opens a wallet is an address too. */
function parseAddress(text: string): URL | undefined {
  if (!/^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(text)) return undefined
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
