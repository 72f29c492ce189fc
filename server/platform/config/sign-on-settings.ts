import { AppError } from '../../kernel/errors.ts'

/** The organisation that staff may sign in through (OpenID Connect). */
export interface SignOnSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the button says. */
  readonly label: string
  /** Values of `acr` or `amr` that count as a second factor; none unless told. */
  readonly secondFactor: readonly string[]
}

interface SignOnEnvironment {
  readonly OIDC_ISSUER?: string | undefined
  readonly OIDC_CLIENT_ID?: string | undefined
  readonly OIDC_CLIENT_SECRET?: string | undefined
  readonly OIDC_LABEL?: string | undefined
  readonly OIDC_SECOND_FACTOR?: string | undefined
}

/** Of whom a second factor is asked. */
export type SecondFactorSetting = 'optional' | 'admins' | 'coordinators' | 'everybody'

/**
 * A platform that is public asks it of whoever runs it or coordinates a structure: they read every young person of it. On
 * one's own machine nobody is asked, so that a first look takes one command.
 */
export const secondFactorDefault = (publicUrl: string | undefined): SecondFactorSetting =>
  publicUrl?.startsWith('https:') === true ? 'coordinators' : 'optional'

const LOCAL = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$)/

/** An issuer is reached over https; over http on one's own machine alone. */
export const isIssuerAddress = (url: string): boolean =>
  URL.canParse(url) && (url.startsWith('https://') || LOCAL.test(url)) && !/[?#]/.test(url)

/** @throws AppError `configuration-invalid` naming what a provider needs and was not given */
export function signOnSettings(env: SignOnEnvironment): SignOnSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  if (issuer === undefined) {
    if (clientId !== undefined || clientSecret !== undefined)
      throw missing('OIDC_ISSUER', 'https://connexion.exemple.fr')
    return undefined
  }
  if (clientId === undefined) throw missing('OIDC_CLIENT_ID', 'OIDC_ISSUER')
  if (clientSecret === undefined) throw missing('OIDC_CLIENT_SECRET', 'OIDC_ISSUER')
  return {
    issuer,
    clientId,
    clientSecret,
    label: env.OIDC_LABEL ?? new URL(issuer).hostname,
    secondFactor: (env.OIDC_SECOND_FACTOR ?? '').split(/[\s,]+/).filter((value) => value !== ''),
  }
}

const missing = (name: string, hint: string): AppError =>
  new AppError('configuration-invalid', { name, hint })
