import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  discovery,
  enableNonRepudiationChecks,
  type Configuration,
} from 'openid-client'
import { AppError } from '../../kernel/errors.ts'
import type { SignOnSettings } from '../../platform/config/index.ts'
import type { Logger } from '../../platform/log/index.ts'

/** The other organisation's OpenID provider, read when somebody first wants to sign in through it. */
export interface Provider {
  readonly settings: SignOnSettings
  /** @throws AppError `sign-on-unavailable` while it does not answer: the next call asks again */
  configuration(): Promise<Configuration>
}

/** Seconds; a sign-in page that hangs longer is given up. */
const TIMEOUT_S = 8

/**
 * The provider of these settings. Everything goes over https, as the library requires; over http only where the settings
 * name one's own machine. Identity tokens are checked against the provider's keys, not only against its connection.
 */
export function createProvider(settings: SignOnSettings, log: Logger): Provider {
  const issuer = new URL(settings.issuer)
  const local = issuer.protocol === 'http:'
  let known: Promise<Configuration> | undefined
  return {
    settings,
    async configuration() {
      known ??= discover(settings, issuer, local)
      try {
        return await known
      } catch (error) {
        known = undefined
        log.warn({ err: error, issuer: settings.issuer }, 'single sign-on: provider not reached')
        throw new AppError('sign-on-unavailable', {}, [], { cause: error })
      }
    },
  }
}

async function discover(settings: SignOnSettings, issuer: URL, local: boolean): Promise<Configuration> {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out: one's own machine alone
  const execute = [enableNonRepudiationChecks, ...(local ? [allowInsecureRequests] : [])]
  const options = { execute, timeout: TIMEOUT_S }
  const { clientId, clientSecret } = settings
  const asForm = await discovery(issuer, clientId, {}, ClientSecretPost(clientSecret), options)
  const methods = asForm.serverMetadata().token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  if (methods.includes('client_secret_post')) return asForm
  return discovery(issuer, clientId, {}, ClientSecretBasic(clientSecret), options)
}
