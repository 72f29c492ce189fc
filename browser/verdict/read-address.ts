import { parseCrockfordCode } from '../../server/kernel/ids.ts'

/** What a paper's QR code carries: `/V/<code>#<digits>`. */
export interface Paper {
  /** Canonical: 12 Crockford symbols. */
  readonly code: string
  /** The compact proof; empty when the address has none. */
  readonly digits: string
}

const CODE_LENGTH = 12

/**
 * The paper behind an address; undefined when its path names no code. A fragment that begins with a digit is a proof, be
 * it cut or mangled on its way; any other leads to a place of the page.
 */
export function readAddress({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): Paper | undefined {
  const [, typed = ''] = /^\/v\/((?:[\w-]|%20)+)\/?$/i.exec(pathname) ?? []
  const code = parseCrockfordCode(typed.replaceAll('%20', ' '), CODE_LENGTH)
  return code === undefined ? undefined : { code, digits: /^#\d/.test(hash) ? hash.slice(1) : '' }
}
