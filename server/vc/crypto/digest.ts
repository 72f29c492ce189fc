import { nodeCrypto } from '../node/node-crypto.ts'

export type HashName = 'SHA-256' | 'SHA-384'

const NODE_NAMES = { 'SHA-256': 'sha256', 'SHA-384': 'sha384' } as const

/** The hash of a text in UTF-8: 32 or 48 bytes. */
export async function digestText(hash: HashName, text: string): Promise<Uint8Array> {
  if (nodeCrypto !== undefined) return nodeCrypto.hash(NODE_NAMES[hash], text, 'buffer')
  return new Uint8Array(await crypto.subtle.digest(hash, new TextEncoder().encode(text)))
}

/** Two byte strings, one after the other. */
export function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}

/** The hashes of many texts in UTF-8, in lower-case hexadecimal. */
export async function hexDigests(hash: HashName, texts: readonly string[]): Promise<readonly string[]> {
  if (nodeCrypto !== undefined) {
    const { hash: digest } = nodeCrypto
    return texts.map((text) => digest(NODE_NAMES[hash], text, 'hex'))
  }
  return Promise.all(texts.map(async (text) => hexOf(await digestText(hash, text))))
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
