import { AppError } from '../../../kernel/errors.ts'
import { CKF_OS_LOCKING_OK, CKR } from './constants.ts'
import { bindModule, CryptokiError, type NativeModule } from './native-calls.ts'

/** Handles that the module gives out; they mean something in this process only. */
export type Handle = number | bigint

export interface Attribute {
  readonly type: number
  readonly value: Uint8Array
}

/** A PKCS#11 module in our words. Each function throws `CryptokiError`. */
export interface Cryptoki {
  slots(): Handle[]
  tokenLabel(slot: Handle): string
  openSession(slot: Handle, flags: number): Handle
  closeSession(session: Handle): void
  login(session: Handle, userType: number, pin: Uint8Array): void
  generateKeyPair(
    session: Handle,
    input: {
      mechanism: number
      publicKey: readonly Attribute[]
      privateKey: readonly Attribute[]
    },
  ): { publicKey: Handle; privateKey: Handle }
  /** The first two objects that have these attributes: more than one is one too many. */
  find(session: Handle, template: readonly Attribute[]): Handle[]
  /** The value of one attribute, at most `size` bytes. */
  read(session: Handle, object: Handle, attribute: { type: number; size: number }): Uint8Array
  write(session: Handle, object: Handle, attributes: readonly Attribute[]): void
  /** A one-part signature of at most `size` bytes. One at a time in a session. */
  sign(
    session: Handle,
    input: { mechanism: number; key: Handle; data: Uint8Array; size: number },
  ): Promise<Uint8Array>
}

const loaded = new Map<string, Cryptoki>()

/**
 * Loads a PKCS#11 module, the shared library of whoever made the token, once a process.
 * @throws AppError `key-token-unavailable` when there is no such library, or it is none of these
 */
export function loadCryptoki(path: string): Cryptoki {
  const known = loaded.get(path)
  if (known !== undefined) return known
  try {
    const native = bindModule(path)
    initialize(native)
    const cryptoki = wrap(native)
    loaded.set(path, cryptoki)
    return cryptoki
  } catch (cause) {
    const reason = cause instanceof CryptokiError ? cause.message : path
    throw new AppError('key-token-unavailable', { reason }, [], { cause })
  }
}

function initialize(native: NativeModule): void {
  const mutexes = { createMutex: null, destroyMutex: null, lockMutex: null, unlockMutex: null }
  try {
    native.C_Initialize.now({ ...mutexes, flags: CKF_OS_LOCKING_OK, reserved: null })
  } catch (error) {
    if (!(error instanceof CryptokiError) || error.answer !== CKR.cryptokiAlreadyInitialized) throw error
  }
}

function wrap(native: NativeModule): Cryptoki {
  return {
    slots() {
      const count: Handle[] = [0]
      native.C_GetSlotList.now(1, null, count)
      const slots = new Array<Handle>(Number(count[0])).fill(0)
      if (slots.length > 0) native.C_GetSlotList.now(1, slots, count)
      return slots.slice(0, Number(count[0]))
    },
    tokenLabel(slot) {
      // CK_TOKEN_INFO has 208 bytes at most and begins with the label: 32 bytes, filled up with blanks
      const info = Buffer.alloc(512)
      native.C_GetTokenInfo.now(slot, info)
      return info.toString('utf8', 0, 32).trimEnd()
    },
    openSession: (slot, flags) =>
      written((handle) => native.C_OpenSession.now(slot, flags, null, null, handle)),
    closeSession: (session) => native.C_CloseSession.now(session),
    login: (session, userType, pin) => native.C_Login.now(session, userType, pin, pin.length),
    generateKeyPair(session, { mechanism, publicKey, privateKey }) {
      const templates = [publicKey, privateKey].flatMap((one) => [rowsOf(one), one.length])
      let made: Handle = 0
      const hidden = written((privateHandle) => {
        made = written((handle) =>
          native.C_GenerateKeyPair.now(session, named(mechanism), ...templates, handle, privateHandle),
        )
      })
      return { publicKey: made, privateKey: hidden }
    },
    find(session, template) {
      native.C_FindObjectsInit.now(session, rowsOf(template), template.length)
      try {
        const [found, count]: [Handle[], Handle[]] = [[0, 0], [0]]
        native.C_FindObjects.now(session, found, found.length, count)
        return found.slice(0, Number(count[0]))
      } finally {
        native.C_FindObjectsFinal.now(session)
      }
    },
    read(session, object, { type, size }) {
      const value = Buffer.alloc(size)
      const rows = rowsOf([{ type, value }])
      native.C_GetAttributeValue.now(session, object, rows, 1)
      return value.subarray(0, Number(rows[0]?.ulValueLen ?? 0))
    },
    write: (session, object, attributes) =>
      native.C_SetAttributeValue.now(session, object, rowsOf(attributes), attributes.length),
    async sign(session, { mechanism, key, data, size }) {
      native.C_SignInit.now(session, named(mechanism), key)
      const signature = Buffer.alloc(size)
      const length: Handle[] = [size]
      await native.C_Sign.later(session, data, data.length, signature, length)
      return signature.subarray(0, Number(length[0]))
    },
  }
}

/** One handle that a call writes where it is told. */
function written(call: (handle: Handle[]) => void): Handle {
  const handle: Handle[] = [0]
  call(handle)
  return handle[0] ?? 0
}

const named = (mechanism: number): object => ({ mechanism, pParameter: null, ulParameterLen: 0 })

const rowsOf = (attributes: readonly Attribute[]) =>
  attributes.map(({ type, value }): { type: number; pValue: Uint8Array; ulValueLen: Handle } => ({
    type,
    pValue: value,
    ulValueLen: value.length,
  }))
