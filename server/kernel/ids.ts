/** Identifiers and unguessable codes. Randomness comes from Web Crypto, in Node and in a browser alike. */

declare const brand: unique symbol
/** A string that was checked or made by its own feature. */
export type Id<Name extends string> = string & { readonly [brand]: Name }

export type OrganisationId = Id<'organisation'>
export type AccountId = Id<'account'>
export type LearnerId = Id<'learner'>
export type MobilityId = Id<'mobility'>
export type TrainingSessionId = Id<'training-session'>
export type EnrolmentId = Id<'enrolment'>
export type CredentialId = Id<'credential'>
export type IssuerId = Id<'issuer'>
export type ApiClientId = Id<'api-client'>

/** A random UUID (RFC 9562, version 4), used as primary key. */
export function newId<T extends string>(): T {
  return crypto.randomUUID() as T
}

// of the last identifier made in a millisecond: those of the same one keep their order
let latest = { milliseconds: 0, counter: 0 }

/**
 * A UUID that sorts by time (RFC 9562 §5.7, version 7; §6.2, method 1): the instant, a counter within the millisecond, 62
 * random bits. For rows that are read in the order they were written.
 */
export function newTimeOrderedId<T extends string>(at: Date): T {
  const milliseconds = at.getTime()
  const counter = milliseconds === latest.milliseconds ? (latest.counter + 1) & 0xfff : 0
  latest = { milliseconds, counter }
  const time = milliseconds.toString(16).padStart(12, '0')
  const order = counter.toString(16).padStart(3, '0')
  // the random half of a version 4 identifier, its variant bits included
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${crypto.randomUUID().slice(19)}` as T
}

/** The 32 symbols of Crockford base32 in order of value: no I, L, O or U. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `length` symbols of Crockford base32: 5 random bits each, no I, L, O or U. */
export function newCrockfordCode(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  return Array.from(bytes, (byte) => CROCKFORD[byte & 31]).join('')
}

/** A public verification code: 12 Crockford symbols, 60 random bits, not sequential. */
export const newPublicCode = (): string => newCrockfordCode(12)

/**
 * What a person typed or a QR code carried, as a canonical code: upper case, no separators, and the letters that
 * Crockford base32 reads as digits (O as 0, I and L as 1). Returns undefined when it cannot be a code of `length`.
 */
export function parseCrockfordCode(text: string, length: number): string | undefined {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return code.length === length && Array.from(code).every((symbol) => CROCKFORD.includes(symbol))
    ? code
    : undefined
}

/** A code as people read it, in groups of four symbols. */
export const inGroupsOfFour = (code: string, separator = ' '): string =>
  code.replace(/(.{4})(?=.)/g, `$1${separator}`)

/** A bearer secret for links and cookies: 32 random bytes in base64url. */
export function newSecretToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
}
