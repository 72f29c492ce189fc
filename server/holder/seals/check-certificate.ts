import type { KeyObject, X509Certificate } from 'node:crypto'
import { BitString } from 'asn1js'
import { Certificate, id_KeyUsage } from 'pkijs'
import { refuse } from './read-certificates.ts'

/** Bits of RFC 5280, 4.2.1.3, in the first byte: either of them is for signing documents. */
const DIGITAL_SIGNATURE = 0x80
const NON_REPUDIATION = 0x40

const CURVES = new Map([
  ['prime256v1', 'P-256'],
  ['secp384r1', 'P-384'],
])

/** How WebCrypto is told of a key that signs PDFs; undefined for keys that PDF readers do not check. */
export function algorithmOf(key: KeyObject): RsaHashedImportParams | EcKeyImportParams | undefined {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {}
  if (key.asymmetricKeyType === 'rsa' && modulusLength >= 2048)
    return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const curve = key.asymmetricKeyType === 'ec' ? CURVES.get(namedCurve) : undefined
  return curve === undefined ? undefined : { name: 'ECDSA', namedCurve: curve }
}

/**
 * Whether a certificate may seal documents from now on.
 * @throws AppError `invalid-input` at `key` (kind or length), or at `certificate` (expired, made for something else)
 */
export function checkCertificate(own: X509Certificate, key: KeyObject, now: Date): void {
  if (algorithmOf(key) === undefined) throw refuse('key', 'keyUnsuited')
  if (own.validToDate < now)
    throw refuse('certificate', 'certificateExpired', { date: dayOf(own.validToDate) })
  if (!maySignDocuments(parsed(own))) throw refuse('certificate', 'certificateUsage')
}

/** As WebCrypto's PKI sees it. */
export const parsed = (certificate: X509Certificate): Certificate =>
  Certificate.fromBER(new Uint8Array(certificate.raw))

/** A certificate that does not say what it is for is for everything (RFC 5280, 4.2.1.3). */
function maySignDocuments({ extensions = [] }: Certificate): boolean {
  const usage: unknown = extensions.find(({ extnID }) => extnID === id_KeyUsage)?.parsedValue
  if (usage === undefined) return true
  const [bits = 0] = usage instanceof BitString ? usage.valueBlock.valueHexView : []
  return (bits & (DIGITAL_SIGNATURE | NON_REPUDIATION)) !== 0
}

const COMMON_NAME = '2.5.4.3'
const ORGANISATION = '2.5.4.10'

/** How the certificate names its holder: its common name, or its organisation. */
export function nameIn(certificate: X509Certificate): string {
  const parts = parsed(certificate).subject.typesAndValues
  const named = [COMMON_NAME, ORGANISATION].map((type) => parts.find((part) => part.type === type))
  return named.find((part) => part !== undefined)?.value.valueBlock.value ?? ''
}

/** `YYYY-MM-DD` in universal time, as certificates count. */
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10)
