import { readFile } from 'node:fs/promises'
import { AppError } from '../../kernel/errors.ts'
import type { KeyStoreSettings } from '../../platform/config/index.ts'
import { encryptedFileKeyStore } from './encrypted-file-key-store.ts'
import type { KeyStore, OpenedKey } from './key-store.ts'

/**
 * The key store of an installation. With a token, keys that were made in files before keep working from there until they
 * are rotated; keys of other types than Ed25519, which no structure has, rest in files always.
 */
export async function openKeyStore(
  options: { readonly keysDir: string; readonly keyStore?: KeyStoreSettings },
  root: Uint8Array,
): Promise<KeyStore> {
  const files = encryptedFileKeyStore(options.keysDir, root)
  const { keyStore } = options
  if (keyStore === undefined || keyStore.kind === 'files') return remembering(files)
  const pin = 'value' in keyStore.pin ? keyStore.pin.value : await readPin(keyStore.pin.file)
  // loaded only where there is a token: nobody else needs a native library
  const { pkcs11KeyStore } = await import('./pkcs11/pkcs11-key-store.ts')
  const token = pkcs11KeyStore({ module: keyStore.module, token: keyStore.token, pin })
  return remembering({
    // the other types are those of trial issuers, which protect nothing
    create: (type = 'Ed25519') => (type === 'Ed25519' ? token.create() : files.create(type)),
    open: async (keyId) => (await files.open(keyId)) ?? token.open(keyId),
  })
}

async function readPin(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  const pin = text?.trim() ?? ''
  if (pin === '') throw new AppError('configuration-invalid', { name: 'PKCS11_PIN_FILE', hint: file })
  return pin
}

/** Keeps opened keys in memory: signing must not read and decrypt a file, or search a token, each time. */
function remembering(store: KeyStore): KeyStore {
  const opened = new Map<string, OpenedKey>()
  const open = async (keyId: string): Promise<OpenedKey | undefined> => {
    const key = opened.get(keyId) ?? (await store.open(keyId))
    if (key !== undefined) opened.set(keyId, key)
    return key
  }
  return {
    async create(type) {
      const keyId = await store.create(type)
      // whoever makes a key is about to use it
      await open(keyId)
      return keyId
    },
    open,
  }
}
