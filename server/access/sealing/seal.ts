import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Keeps short secrets in the database so that the database alone does not give them away. */
export interface Seal {
  /** @param context what the text belongs to: moved elsewhere, it does not open any more */
  close(text: string, context: string): string
  /** Undefined when it was changed, moved, or closed by another installation. */
  open(sealed: string, context: string): string | undefined
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce each time; `nonce · tag · text` in base64url.
 * @param key 32 bytes of `ring.deriveSecret`
 */
export function createSeal(key: Uint8Array): Seal {
  return {
    close(text, context) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      try {
        const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
        return Buffer.concat([body, decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
