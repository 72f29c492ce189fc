import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'

/** How the key that opens a box is made: from words a person types, or from a secret that is random already. */
const kdf = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('scrypt'),
    N: z
      .int()
      .min(2 ** 14)
      .max(2 ** 20),
    r: z.int().min(1).max(32),
    p: z.int().min(1).max(16),
  }),
  z.object({ name: z.literal('hkdf-sha256') }),
])
export type Kdf = z.output<typeof kdf>

const base64url = z.string().regex(/^[\w-]+$/)

/** A secret at rest: everything needed to open it but the key. Binary values are base64url. */
export const sealedBoxSchema = z.object({
  version: z.literal(1),
  kdf,
  salt: base64url,
  nonce: base64url,
  ciphertext: base64url,
})
export type SealedBox = z.output<typeof sealedBoxSchema>

/** OWASP's recommendation for scrypt: 128 MiB and a few tenths of a second, once per process. */
const SCRYPT = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1 } as const

/** What the box is opened with: the operator's passphrase, or 32 random bytes. */
export type Opener = { readonly passphrase: string } | { readonly secret: Uint8Array }

const TAG_BYTES = 16

/**
 * Encrypts `plaintext` with AES-256-GCM under a key of its own (fresh salt), bound to `label`, so that one box cannot be
 * passed off as another.
 */
export async function seal(opener: Opener, label: string, plaintext: Uint8Array): Promise<SealedBox> {
  const how: Kdf = 'passphrase' in opener ? SCRYPT : { name: 'hkdf-sha256' }
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await deriveKey(opener, how, salt), nonce)
  cipher.setAAD(Buffer.from(label, 'utf8'))
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
  const text = (bytes: Buffer): string => bytes.toString('base64url')
  return { version: 1, kdf: how, salt: text(salt), nonce: text(nonce), ciphertext: text(ciphertext) }
}

/** The content of a box, or undefined when the opener is the wrong one or the box was tampered with. */
export async function unseal(opener: Opener, label: string, box: SealedBox): Promise<Uint8Array | undefined> {
  if ((box.kdf.name === 'scrypt') !== 'passphrase' in opener) return undefined
  const bytes = Buffer.from(box.ciphertext, 'base64url')
  if (bytes.length < TAG_BYTES) return undefined
  const key = await deriveKey(opener, box.kdf, Buffer.from(box.salt, 'base64url'))
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(box.nonce, 'base64url'))
    decipher.setAAD(Buffer.from(label, 'utf8'))
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()])
  } catch {
    return undefined
  }
}

function deriveKey(opener: Opener, how: Kdf, salt: Uint8Array): Promise<Buffer> {
  if ('secret' in opener)
    return Promise.resolve(Buffer.from(hkdfSync('sha256', opener.secret, salt, 'passerelle/sealed-box', 32)))
  if (how.name !== 'scrypt') throw new Error('a passphrase needs a slow derivation')
  const { N, r, p } = how
  // the same letters typed on two keyboards are the same passphrase
  const words = opener.passphrase.normalize('NFKC')
  return new Promise((resolve, reject) => {
    scrypt(words, salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}
