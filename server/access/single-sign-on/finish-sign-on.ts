import { authorizationCodeGrant, type Configuration, type IDToken } from 'openid-client'
import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import { hashToken } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import { personOf, type Person } from './claims.ts'
import { findPerson } from './find-person.ts'
import type { SignOnDeps } from './sign-on-deps.ts'
import { takeRequest, type SignOnRequest } from './store.ts'

/** Somebody back from their organisation. */
export interface SignedOn {
  readonly accountId: AccountId
  /** Whether it says that they showed two factors, in words this installation accepts. */
  readonly secondFactor: boolean
  readonly next: string | undefined
  /** Sealed, for signing out there too. */
  readonly idToken: string
}

const secretsOf = z.object({ nonce: z.string(), verifier: z.string() })
/** What an identity token is sealed for. */
const ID_TOKEN = 'id-token'

/**
 * Checks what the browser brings back: the request is this browser's, for once; the code, its verifier, the token's
 * signature, issuer, audience and nonce by the library; then finds whose account it is.
 * @param input `url`: the address the browser came back to, its query as it came
 * @throws AppError `sign-on-refused`, `sign-on-unverified`, `sign-on-unknown`, `sign-on-unavailable`
 */
export async function finishSignOn(
  deps: SignOnDeps,
  input: { readonly url: URL; readonly browser: string; readonly locale: Locale },
): Promise<SignedOn> {
  try {
    const request = await requireRequest(deps, input)
    const configuration = await deps.provider.configuration()
    const { claims, idToken, accessToken } = await exchange(configuration, input.url, request)
    const person = await personOf(configuration, claims, accessToken)
    return {
      accountId: await findPerson(deps, person, input.locale),
      secondFactor: showedTwo(deps.provider.settings.secondFactor, person),
      next: request.next ?? undefined,
      idToken: deps.signOnSeal.close(idToken, ID_TOKEN),
    }
  } catch (error) {
    if (error instanceof AppError && error.code !== 'sign-on-unavailable') await noteMiss(deps, error.code)
    throw error
  }
}

/** What was sealed by {@link finishSignOn}. */
export const openIdToken = (deps: Pick<SignOnDeps, 'signOnSeal'>, sealed: string): string | undefined =>
  deps.signOnSeal.open(sealed, ID_TOKEN)

interface OpenRequest extends z.infer<typeof secretsOf> {
  readonly state: string
  readonly next: string | null
}

async function requireRequest(
  deps: SignOnDeps,
  { url, browser }: { readonly url: URL; readonly browser: string },
): Promise<OpenRequest> {
  const state = url.searchParams.get('state') ?? ''
  const stateHash = hashToken(state)
  const request = await takeRequest(deps.db, { stateHash, browserHash: hashToken(browser) })
  const opened = request && openSecrets(deps, request, stateHash)
  if (opened === undefined) throw new AppError('sign-on-refused')
  return { ...opened, state, next: request?.next ?? null }
}

function openSecrets(
  deps: SignOnDeps,
  { secrets, expiresAt }: SignOnRequest,
  stateHash: string,
): z.infer<typeof secretsOf> | undefined {
  if (Date.parse(expiresAt) <= deps.clock.now().getTime()) return undefined
  const text = deps.signOnSeal.open(secrets, stateHash)
  return text === undefined ? undefined : secretsOf.parse(JSON.parse(text))
}

async function exchange(
  configuration: Configuration,
  url: URL,
  { state, nonce, verifier }: OpenRequest,
): Promise<{ claims: IDToken; idToken: string; accessToken: string }> {
  try {
    const tokens = await authorizationCodeGrant(configuration, url, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined || tokens.id_token === undefined) throw new Error('no identity token')
    return { claims, idToken: tokens.id_token, accessToken: tokens.access_token }
  } catch (cause) {
    throw new AppError('sign-on-refused', {}, [], { cause })
  }
}

const showedTwo = (accepted: readonly string[], { acr, amr }: Person): boolean =>
  [acr, ...amr].some((means) => means !== undefined && accepted.includes(means))

async function noteMiss(deps: SignOnDeps, code: string): Promise<void> {
  await recordEvent(deps.db, {
    at: deps.clock.now(),
    actor: { kind: 'system', name: 'single-sign-on' },
    action: 'login.missed',
    subject: { type: 'login-attempt', id: 'single-sign-on' },
    details: { code },
  })
}
