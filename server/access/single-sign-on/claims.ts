import { fetchUserInfo, type Configuration, type IDToken, type UserInfoResponse } from 'openid-client'
import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'

/** What another organisation says of somebody, as far as we listen. */
export interface Person {
  readonly issuer: string
  readonly subject: string
  /** Only one that it verified itself. */
  readonly verifiedEmail: string | undefined
  /** What it says about how they proved it (OpenID Connect Core §2). */
  readonly acr: string | undefined
  readonly amr: readonly string[]
}

const emailClaims = z.object({
  email: z.email().max(254).optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
})
const meansClaims = z.object({
  acr: z.string().optional().catch(undefined),
  amr: z.array(z.string()).default([]).catch([]),
})

/**
 * The person of an identity token that was checked; an address it does not carry is asked for at the userinfo endpoint,
 * where some providers alone say it.
 * @throws AppError `sign-on-refused` when that endpoint answers for somebody else, or not as agreed
 */
export async function personOf(
  configuration: Configuration,
  idToken: IDToken,
  accessToken: string,
): Promise<Person> {
  const { iss: issuer, sub: subject } = idToken
  // address and word about it from the one source: never an address here that was verified there
  const { email, email_verified: verified } = emailClaims.parse(
    (await moreOf(configuration, idToken, accessToken)) ?? idToken,
  )
  // only a plain true: some providers say "false" as a word
  const verifiedEmail = verified === true ? email : undefined
  return { issuer, subject, verifiedEmail, ...meansOf(idToken) }
}

function meansOf(idToken: IDToken): Pick<Person, 'acr' | 'amr'> {
  const { acr, amr } = meansClaims.parse(idToken)
  return { acr, amr }
}

async function moreOf(
  configuration: Configuration,
  idToken: IDToken,
  accessToken: string,
): Promise<UserInfoResponse | undefined> {
  if (idToken['email'] !== undefined && idToken['email_verified'] !== undefined) return undefined
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return undefined
  return fetchUserInfo(configuration, accessToken, idToken.sub).catch((cause: unknown) => {
    throw new AppError('sign-on-refused', {}, [], { cause })
  })
}
