import { AppError } from '../../../kernel/errors.ts'
import { CKF_RW_SESSION, CKF_SERIAL_SESSION, CKR, CKU_USER } from './constants.ts'
import { loadCryptoki, type Cryptoki, type Handle } from './cryptoki.ts'
import { CryptokiError } from './native-calls.ts'

export interface TokenSettings {
  /** Path of the PKCS#11 library. */
  readonly module: string
  /** Label of the token, given when it was initialised. */
  readonly token: string
  readonly pin: string
}

/** A token with one open session, logged in. */
export interface Token {
  /**
   * Uses the session while nobody else does. When the session was lost meanwhile (the token was pulled, the appliance
   * started anew), opens another one and tries once more.
   * @throws AppError `key-token-unavailable`, `key-token-locked`
   */
  use<Result>(work: (cryptoki: Cryptoki, session: Handle) => Promise<Result> | Result): Promise<Result>
}

const PIN_REFUSED: readonly number[] = [CKR.pinIncorrect, CKR.pinInvalid, CKR.pinLenRange, CKR.pinLocked]
const SESSION_LOST: readonly number[] = [
  CKR.sessionHandleInvalid,
  CKR.sessionClosed,
  CKR.deviceRemoved,
  CKR.tokenNotPresent,
  CKR.userNotLoggedIn,
  CKR.keyHandleInvalid,
  CKR.objectHandleInvalid,
]

/** Opens the token at first use and keeps it open. */
export function openToken(settings: TokenSettings): Token {
  let session: Handle | undefined
  let last: Promise<unknown> = Promise.resolve()

  const attempt = async <Result>(
    work: (cryptoki: Cryptoki, session: Handle) => Promise<Result> | Result,
  ): Promise<Result> => {
    const cryptoki = loadCryptoki(settings.module)
    session ??= logIn(cryptoki, settings)
    return work(cryptoki, session)
  }
  const inTurn: Token['use'] = async (work) => {
    try {
      return await attempt(work)
    } catch (error) {
      if (!(error instanceof CryptokiError) || !SESSION_LOST.includes(error.answer)) throw error
      session = undefined
      return attempt(work)
    }
  }
  return {
    use(work) {
      // a session has one operation at a time: the next one waits, whatever became of the one before
      const mine = last.then(() => inTurn(work)).catch(explain)
      last = mine.catch(() => undefined)
      return mine
    },
  }
}

function logIn(cryptoki: Cryptoki, { token, pin }: TokenSettings): Handle {
  const slot = cryptoki.slots().find((one) => cryptoki.tokenLabel(one) === token)
  if (slot === undefined) throw new AppError('key-token-unavailable', { reason: token })
  const session = cryptoki.openSession(slot, CKF_SERIAL_SESSION | CKF_RW_SESSION)
  try {
    cryptoki.login(session, CKU_USER, Buffer.from(pin, 'utf8'))
  } catch (error) {
    // logging in is for all sessions of a process, and another of ours may be open
    if (error instanceof CryptokiError && error.answer === CKR.userAlreadyLoggedIn) return session
    cryptoki.closeSession(session)
    throw error
  }
  return session
}

/** What the module answered, as a failure that a person can do something about. */
function explain(cause: unknown): never {
  if (!(cause instanceof CryptokiError)) throw cause
  const locked = PIN_REFUSED.includes(cause.answer)
  throw new AppError(locked ? 'key-token-locked' : 'key-token-unavailable', { reason: cause.message }, [], {
    cause,
  })
}
