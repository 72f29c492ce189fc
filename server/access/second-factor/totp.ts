import { Secret, TOTP } from 'otpauth'

const PERIOD_S = 30
const DIGITS = 6
/** Steps before and after now that are accepted: telephones that run late, people who type slowly (RFC 6238 §5.2). */
const WINDOW = 1
/** 160 bits, what every app takes (RFC 4226 §4, R6). */
const SECRET_BYTES = 20

/** A new shared secret in base32, as apps take it. */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

/** The address an app reads from the QR code (`otpauth://totp/…`). */
export function totpUri(secret: string, label: { platform: string; email: string }): string {
  return totpOf(secret, label).toString()
}

/**
 * The time step a code belongs to; undefined when it is none of this moment, or not newer than `lastStep`: a code that
 * was seen over a shoulder or on the way is worth nothing once it was used (RFC 6238 §5.2).
 */
export function matchingStep(
  secret: string,
  code: string,
  moment: { readonly now: Date; readonly lastStep: number | null },
): number | undefined {
  const timestamp = moment.now.getTime()
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW })
  if (delta === null) return undefined
  const step = Math.floor(timestamp / 1000 / PERIOD_S) + delta
  return moment.lastStep === null || step > moment.lastStep ? step : undefined
}

function totpOf(secret: string, label?: { platform: string; email: string }): TOTP {
  return new TOTP({
    issuer: label?.platform ?? '',
    label: label?.email ?? '',
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD_S,
  })
}
