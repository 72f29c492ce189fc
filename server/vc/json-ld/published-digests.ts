import { CREDENTIALS_V2, OPEN_BADGES_CONTEXT } from './pinned-contexts.ts'

/**
 * SHA-256, 384 and 512 of the bytes that W3C and 1EdTech publish. The npm copies we load mean the same but are laid out
 * anew, so a digest of ours would be one of the wrong bytes. The first is in VC Data Model 2.0, appendix B.1.
 */
const PUBLISHED: ReadonlyMap<string, readonly [sha256: string, sha384: string, sha512: string]> = new Map([
  [
    CREDENTIALS_V2,
    [
      'WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=',
      'l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU',
      'XVVFK9Lc+KKfWikEc+skKxxft31OaPGgqoe6pNuiaUhS1l7GPUisBKmdlW+fcVO5QG+E0tBMdIabAsI5odgTBQ==',
    ],
  ],
  [
    'https://w3id.org/security/data-integrity/v2',
    [
      'Z/IebjOmwU5cz9L8eGX3R0+3GgSvfpQTbLOZ36yK6PQ=',
      'DuLXYmcX+LB81Em1JdXitx/icgn8meUwieAWndKUTXk/7qRSb8YLucyhzZZRI5H2',
      'Oc16mkBHt0uFJGQP41Yz6B6ChtFL27fnfQ4I2FCwDWo1sBhdXeNcR5uu2yOheYnZ9iislVMf3XnAxaD2Mtn6lQ==',
    ],
  ],
  [
    OPEN_BADGES_CONTEXT,
    [
      '7y+px4RtziM8wWa0NjkCcni+TuRPALsdRcdd4t0M12E=',
      'yFn2wAoeABPuecHlzHVmtt+mwolxxGzhqzIhzfuitsbYbmMOVn0DwMeAvC+a1Rek',
      '77ErJ79hQCyiUeOVYmMQ3Ao9sHak1+Spvb75/vlnZV2bK8c7k+EuqCSMKDkE9NcAcGxzqa1iUv/G65B9l8cLdg==',
    ],
  ],
])

/** Multihash codes of the three functions. */
const MULTIHASH = [0x12, 0x20, 0x13] as const

/** SHA-256 `digestSRI` of the published bytes of a context, to name it in `relatedResource`. */
export function publishedDigestSri(url: string): string | undefined {
  const digests = PUBLISHED.get(url)
  return digests === undefined ? undefined : `sha256-${digests[0]}`
}

/**
 * Every way to write the digest of a published context: `digestSRI`, and `digestMultibase` in base64url or base58-btc,
 * with its multihash header or (as the W3C suite writes it) without. None for a resource whose bytes we do not know.
 */
export function publishedDigests(url: string): string[] {
  return (PUBLISHED.get(url) ?? []).flatMap((base64, index) => {
    const digest = Uint8Array.from(atob(base64), (symbol) => symbol.charCodeAt(0))
    const multihash = Uint8Array.of(MULTIHASH[index] ?? 0, digest.length, ...digest)
    const sri = `${['sha256', 'sha384', 'sha512'][index] ?? ''}-${base64}`
    return [sri, ...[digest, multihash].flatMap((bytes) => [base64Url(bytes), base58(bytes)])]
  })
}

function base64Url(bytes: Uint8Array): string {
  return `u${btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')}`
}

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** None of the digests above starts with a zero byte, which base58 would write apart. */
function base58(bytes: Uint8Array): string {
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  let text = ''
  for (; number > 0n; number /= 58n) text = `${BASE58[Number(number % 58n)] ?? ''}${text}`
  return `z${text}`
}
