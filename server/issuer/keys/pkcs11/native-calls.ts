import koffi from 'koffi'
import { CKR } from './constants.ts'

/** A call that the module answered with something else than CKR_OK. */
export class CryptokiError extends Error {
  readonly answer: number
  constructor(call: string, answer: number) {
    super(`${call} answered 0x${answer.toString(16)}`)
    this.name = 'CryptokiError'
    this.answer = answer
  }
}

/** A C function; throws {@link CryptokiError}. What it writes comes back in its array and buffer arguments. */
export interface NativeCall {
  now(...args: unknown[]): void
  /** On another thread, so that a slow token does not hold up this one. */
  later(...args: unknown[]): Promise<void>
}

// CK_ULONG is `unsigned long`; on Windows alone the structures are packed
const struct = process.platform === 'win32' ? koffi.pack : koffi.struct
const ULONG = 'unsigned long'
const ANY = 'void *'
const BYTES = koffi.pointer('uint8_t')
const OUT_BYTES = koffi.out(BYTES)
const OUT = koffi.out(koffi.pointer(ULONG))
const IN_OUT = koffi.inout(koffi.pointer(ULONG))
const MECHANISM = koffi.pointer(struct({ mechanism: ULONG, pParameter: ANY, ulParameterLen: ULONG }))
const ATTRIBUTES = koffi.pointer(struct({ type: ULONG, pValue: ANY, ulValueLen: ULONG }))
const INIT_ARGS = koffi.pointer(
  struct({
    createMutex: ANY,
    destroyMutex: ANY,
    lockMutex: ANY,
    unlockMutex: ANY,
    flags: ULONG,
    reserved: ANY,
  }),
)

/** The functions that we call, by their names in PKCS #11 3.1, section 5. */
export const FUNCTIONS = {
  C_Initialize: [INIT_ARGS],
  C_GetSlotList: ['uint8_t', OUT, IN_OUT],
  C_GetTokenInfo: [ULONG, OUT_BYTES],
  C_OpenSession: [ULONG, ULONG, ANY, ANY, OUT],
  C_CloseSession: [ULONG],
  C_Login: [ULONG, ULONG, BYTES, ULONG],
  C_GenerateKeyPair: [ULONG, MECHANISM, ATTRIBUTES, ULONG, ATTRIBUTES, ULONG, OUT, OUT],
  C_FindObjectsInit: [ULONG, ATTRIBUTES, ULONG],
  C_FindObjects: [ULONG, OUT, ULONG, OUT],
  C_FindObjectsFinal: [ULONG],
  C_GetAttributeValue: [ULONG, ULONG, koffi.inout(ATTRIBUTES), ULONG],
  C_SetAttributeValue: [ULONG, ULONG, ATTRIBUTES, ULONG],
  C_SignInit: [ULONG, MECHANISM, ULONG],
  C_Sign: [ULONG, BYTES, ULONG, OUT_BYTES, IN_OUT],
}

export type NativeModule = Readonly<Record<keyof typeof FUNCTIONS, NativeCall>>

/** Loads a shared library. Throws what the loader of the system says when there is none, or a function is missing. */
export function bindModule(path: string): NativeModule {
  const library = koffi.load(path)
  const declare = (name: keyof typeof FUNCTIONS): NativeCall => {
    const call = library.func(name, ULONG, FUNCTIONS[name])
    const onThread = (args: readonly unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        call.async(...args, (error: unknown, answer: unknown) => {
          if (error instanceof Error) reject(error)
          else resolve(answer)
        })
      })
    return {
      now: (...args) => requireOk(name, call(...args)),
      later: async (...args) => requireOk(name, await onThread(args)),
    }
  }
  return {
    C_Initialize: declare('C_Initialize'),
    C_GetSlotList: declare('C_GetSlotList'),
    C_GetTokenInfo: declare('C_GetTokenInfo'),
    C_OpenSession: declare('C_OpenSession'),
    C_CloseSession: declare('C_CloseSession'),
    C_Login: declare('C_Login'),
    C_GenerateKeyPair: declare('C_GenerateKeyPair'),
    C_FindObjectsInit: declare('C_FindObjectsInit'),
    C_FindObjects: declare('C_FindObjects'),
    C_FindObjectsFinal: declare('C_FindObjectsFinal'),
    C_GetAttributeValue: declare('C_GetAttributeValue'),
    C_SetAttributeValue: declare('C_SetAttributeValue'),
    C_SignInit: declare('C_SignInit'),
    C_Sign: declare('C_Sign'),
  }
}

function requireOk(name: string, answer: unknown): void {
  if (Number(answer) !== CKR.ok) throw new CryptokiError(name, Number(answer))
}
