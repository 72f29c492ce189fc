/** The words of PKCS#11 that we speak (OASIS PKCS #11 3.1, current mechanisms and header files). */

/** User types, flags and object classes. */
export const CKU_USER = 1
export const CKF_RW_SESSION = 0x2
export const CKF_SERIAL_SESSION = 0x4
export const CKF_OS_LOCKING_OK = 0x2
export const CKO_PUBLIC_KEY = 2
export const CKO_PRIVATE_KEY = 3
export const CKK_EC_EDWARDS = 0x40

export const CKA = {
  class: 0x0,
  token: 0x1,
  private: 0x2,
  label: 0x3,
  keyType: 0x100,
  id: 0x102,
  sensitive: 0x103,
  sign: 0x108,
  verify: 0x10a,
  extractable: 0x162,
  ecParams: 0x180,
  ecPoint: 0x181,
} as const

export const CKM_EC_EDWARDS_KEY_PAIR_GEN = 0x1055
export const CKM_EDDSA = 0x1057

/** Answers that mean something to us; every other one but 0 is a failure that is told by its number. */
export const CKR = {
  ok: 0x0,
  attributeValueInvalid: 0x13,
  deviceRemoved: 0x32,
  keyHandleInvalid: 0x60,
  pinIncorrect: 0xa0,
  pinInvalid: 0xa1,
  pinLenRange: 0xa2,
  pinLocked: 0xa4,
  sessionClosed: 0xb0,
  sessionHandleInvalid: 0xb3,
  tokenNotPresent: 0xe0,
  userAlreadyLoggedIn: 0x100,
  userNotLoggedIn: 0x101,
  domainParamsInvalid: 0x130,
  curveNotSupported: 0x140,
  cryptokiNotInitialized: 0x190,
  cryptokiAlreadyInitialized: 0x191,
  objectHandleInvalid: 0x82,
} as const

/**
 * Names of the curve Ed25519 as `CKA_EC_PARAMS`: its object identifier (RFC 8410, what SoftHSM 2 takes), then the curve
 * name that PKCS#11 3.x writes as a PrintableString.
 */
export const ED25519_PARAMS: readonly Uint8Array[] = [
  Uint8Array.of(0x06, 0x03, 0x2b, 0x65, 0x70),
  Uint8Array.of(0x13, 0x0c, ...Buffer.from('edwards25519', 'ascii')),
]
