import { AppError } from '../../kernel/errors.ts'
import { generateKeyPair } from '../../vc/index.ts'
import { boxText, parseBox, readTextFile } from './box-file.ts'
import { createFileOnce } from './create-file-once.ts'
import { keyFilePath } from './key-files.ts'
import type { KeyStore } from './key-store.ts'
import { seal, unseal } from './sealed-box.ts'

/**
 * Private keys as files, one per key, named after the public key: AES-256-GCM under a key derived from the root secret
 * and the file's own salt, bound to the file's name. Written whole or not at all, mode 0600, never overwritten.
 */
export function encryptedFileKeyStore(keysDir: string, root: Uint8Array): KeyStore {
  const pathOf = (keyId: string): string => {
    const path = keyFilePath(keysDir, keyId)
    if (path === undefined) throw new AppError('key-missing', { key: keyId.slice(0, 80) })
    return path
  }
  const labelOf = (keyId: string): string => `passerelle/signing-key/${keyId}`
  return {
    async create(type) {
      const { publicKeyMultibase: keyId, secretKeyMultibase } = await generateKeyPair(type)
      const box = await seal({ secret: root }, labelOf(keyId), Buffer.from(secretKeyMultibase, 'utf8'))
      await createFileOnce(pathOf(keyId), boxText(box))
      return keyId
    },
    async open(keyId) {
      const text = await readTextFile(pathOf(keyId))
      if (text === undefined) return undefined
      const secret = await unseal({ secret: root }, labelOf(keyId), parseBox(text))
      if (secret === undefined) throw new AppError('keys-locked')
      return { secretKeyMultibase: Buffer.from(secret).toString('utf8') }
    },
  }
}
