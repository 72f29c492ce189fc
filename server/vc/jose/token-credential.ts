import { parseDateTimeStamp } from '../data-model/date-time-stamp.ts'
import { asList, idOf, isJsonObject } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import { failed } from '../verification-result.ts'
import type { Check } from '../verification-result.ts'

/** A credential as its token carries it, and the time in which the token counts. */
export interface TokenCredential {
  readonly credential: JsonObject
  readonly notBefore: Date | undefined
  readonly notAfter: Date | undefined
  readonly issuedAt: Date | undefined
}

/** Claims of the token itself (RFC 7519, 4.1; RFC 7800): in VCDM 2.0 they stand among the members of the credential. */
const REGISTERED = new Set(['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'cnf', 'nonce'])

/**
 * The credential of a payload: the payload itself (VC-JOSE-COSE 1.0, 3.1), or its claim `vc` (VCDM 1.1, 6.3.1; Open
 * Badges 3.0, 8.2), which leaves out what the registered claims say. They may not contradict it: whoever reads the one
 * must not be told something else than whoever reads the other.
 */
export function credentialOf(payload: JsonObject): TokenCredential | { check: Check } {
  const mismatch = (claim: string): { check: Check } => ({
    check: failed('data-model', 'claims-mismatch', { pointer: `/${claim}` }),
  })
  const times = {
    nbf: numericDate(payload.nbf),
    exp: numericDate(payload.exp),
    iat: numericDate(payload.iat),
  }
  for (const [claim, time] of Object.entries(times)) if (time === 'invalid') return mismatch(claim)
  const { nbf, exp, iat } = times as Readonly<Record<string, Date | undefined>>
  const carried = payload.vc === undefined ? withoutClaims(payload) : payload.vc
  if (!isJsonObject(carried)) return mismatch('vc')
  // two credentials in one token: nobody could say which one was signed
  if (payload.vc !== undefined && payload.credentialSubject !== undefined) return mismatch('vc')
  const credential = payload.vc === undefined ? carried : filled(carried, payload, nbf, exp)
  const claim = contradiction(credential, payload, payload.vc === undefined ? {} : { nbf, exp })
  if (claim !== undefined) return mismatch(claim)
  return { credential, notBefore: nbf, notAfter: exp, issuedAt: iat }
}

function withoutClaims(payload: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !REGISTERED.has(name)))
}

/** VCDM 1.1, 6.3.1, JWT decoding: what the claims say and the credential leaves out. */
function filled(
  vc: JsonObject,
  { iss, jti, sub }: JsonObject,
  nbf: Date | undefined,
  exp: Date | undefined,
): JsonObject {
  const isFirstVersion = asList(vc['@context'])[0] === 'https://www.w3.org/2018/credentials/v1'
  const from = isFirstVersion ? 'issuanceDate' : 'validFrom'
  const until = isFirstVersion ? 'expirationDate' : 'validUntil'
  const { credentialSubject: subject } = vc
  return {
    ...(jti === undefined ? {} : { id: jti }),
    ...(nbf === undefined ? {} : { [from]: nbf.toISOString() }),
    ...(exp === undefined ? {} : { [until]: exp.toISOString() }),
    ...vc,
    ...(iss === undefined ? {} : { issuer: namedBy(vc.issuer, iss) }),
    ...(sub === undefined || !isJsonObject(subject) ? {} : { credentialSubject: { id: sub, ...subject } }),
  }
}

const namedBy = (issuer: JsonValue | undefined, iss: JsonValue): JsonValue =>
  isJsonObject(issuer) ? { id: iss, ...issuer } : (issuer ?? iss)

/** The claim that says something else than the credential, if there is one. */
function contradiction(
  credential: JsonObject,
  { iss, jti, sub }: JsonObject,
  dates: { readonly nbf?: Date | undefined; readonly exp?: Date | undefined },
): string | undefined {
  if (iss !== undefined && iss !== idOf(credential.issuer)) return 'iss'
  if (jti !== undefined && credential.id !== undefined && jti !== credential.id) return 'jti'
  const subjects = asList(credential.credentialSubject).map(idOf)
  if (sub !== undefined && subjects.some((id) => id !== undefined) && !subjects.some((id) => id === sub))
    return 'sub'
  // in VCDM 1.1 the claims are the dates; in 2.0 they are those of the signature, and both count
  if (differs(dates.nbf, credential.issuanceDate ?? credential.validFrom)) return 'nbf'
  return differs(dates.exp, credential.expirationDate ?? credential.validUntil) ? 'exp' : undefined
}

/** To the second, which is as much as a NumericDate says. */
function differs(claim: Date | undefined, date: JsonValue | undefined): boolean {
  if (claim === undefined || date === undefined) return false
  const said = parseDateTimeStamp(date)
  return said === undefined || Math.abs(said.getTime() - claim.getTime()) > 1000
}

/** RFC 7519, 2 NumericDate: seconds since 1970. */
function numericDate(value: JsonValue | undefined): Date | 'invalid' | undefined {
  if (value === undefined) return undefined
  const date = typeof value === 'number' ? new Date(value * 1000) : undefined
  return date === undefined || Number.isNaN(date.getTime()) ? 'invalid' : date
}
