import { resolve } from 'node:path'
import { AppError } from '../../kernel/errors.ts'

/** Where new signing keys are made and kept: files in the keys folder, or a PKCS#11 token and its PIN. */
export type KeyStoreSettings =
  | { readonly kind: 'files' }
  | {
      readonly kind: 'pkcs11'
      /** Path of the library that speaks to the token. */
      readonly module: string
      /** Label of the token. */
      readonly token: string
      readonly pin: { readonly value: string } | { readonly file: string }
    }

interface KeyStoreEnvironment {
  readonly KEY_STORE: 'files' | 'pkcs11'
  readonly PKCS11_MODULE?: string | undefined
  readonly PKCS11_TOKEN?: string | undefined
  readonly PKCS11_PIN?: string | undefined
  readonly PKCS11_PIN_FILE?: string | undefined
}

/** @throws AppError `configuration-invalid` naming what a token needs and was not given */
export function keyStoreSettings(env: KeyStoreEnvironment): KeyStoreSettings {
  if (env.KEY_STORE === 'files') return { kind: 'files' }
  const { PKCS11_PIN: value, PKCS11_PIN_FILE: file } = env
  const pin = value !== undefined ? { value } : file !== undefined ? { file: resolve(file) } : undefined
  if (pin === undefined) throw missing('PKCS11_PIN', 'PKCS11_PIN, PKCS11_PIN_FILE')
  return {
    kind: 'pkcs11',
    module: env.PKCS11_MODULE ?? raise(missing('PKCS11_MODULE', '/usr/lib/softhsm/libsofthsm2.so')),
    token: env.PKCS11_TOKEN ?? raise(missing('PKCS11_TOKEN', 'softhsm2-util --show-slots')),
    pin,
  }
}

const missing = (name: string, hint: string): AppError =>
  new AppError('configuration-invalid', { name, hint })

function raise(error: AppError): never {
  throw error
}
