import { BitString, Integer, Utf8String } from 'asn1js'
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  id_BasicConstraints,
  id_KeyUsage,
} from 'pkijs'

/** What makes a test certificate another than an ordinary one. */
export interface CertificateWishes {
  readonly kind?: 'rsa' | 'rsa-1024' | 'p-256' | 'p-384' | 'p-521'
  readonly name?: string
  readonly from?: Date
  readonly until?: Date
  /** First byte of the key usage (RFC 5280, 4.2.1.3); signing and non-repudiation unless told, null for none. */
  readonly usage?: number | null
}

export interface CertificateChain {
  /** PEM: the structure's certificate, then the authority's. */
  readonly certificates: string
  /** Only the structure's own. */
  readonly own: string
  /** PKCS #8 in PEM. */
  readonly key: string
}

const SIGNING = 0xc0
const CA_SIGNING = 0x06

const ALGORITHMS = {
  rsa: rsa(2048),
  'rsa-1024': rsa(1024),
  'p-256': { name: 'ECDSA', namedCurve: 'P-256' },
  'p-384': { name: 'ECDSA', namedCurve: 'P-384' },
  'p-521': { name: 'ECDSA', namedCurve: 'P-521' },
}

function rsa(modulusLength: number) {
  const publicExponent = new Uint8Array([1, 0, 1])
  return { name: 'RSASSA-PKCS1-v1_5', modulusLength, publicExponent, hash: 'SHA-256' }
}

/** A structure's certificate from a throwaway authority, good for the years around the tests' clock unless told. */
export async function makeCertificateChain(wishes: CertificateWishes = {}): Promise<CertificateChain> {
  const authority = await keysOf('p-256')
  const structure = await keysOf(wishes.kind ?? 'rsa')
  const root = await certify({ name: 'Autorité d’essai', usage: CA_SIGNING }, authority, authority, true)
  const own = await certify(
    { name: 'Mission locale du Léon', usage: SIGNING, ...wishes },
    structure,
    { ...authority, name: 'Autorité d’essai' },
    false,
  )
  const key = await crypto.subtle.exportKey('pkcs8', structure.privateKey)
  return { certificates: own + root, own, key: pem('PRIVATE KEY', key) }
}

const keysOf = (kind: keyof typeof ALGORITHMS): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(ALGORITHMS[kind], true, ['sign', 'verify'])

async function certify(
  wishes: CertificateWishes & { readonly name: string },
  subject: CryptoKeyPair,
  issuer: CryptoKeyPair & { readonly name?: string },
  isAuthority: boolean,
): Promise<string> {
  const certificate = new Certificate({ version: 2 })
  certificate.serialNumber = new Integer({ valueHex: positive(crypto.getRandomValues(new Uint8Array(8))) })
  certificate.subject.typesAndValues.push(commonName(wishes.name))
  certificate.issuer.typesAndValues.push(commonName(issuer.name ?? wishes.name))
  certificate.notBefore.value = wishes.from ?? new Date('2025-01-01T00:00:00Z')
  certificate.notAfter.value = wishes.until ?? new Date('2036-01-01T00:00:00Z')
  certificate.extensions = [constraints(isAuthority), ...usageOf(wishes.usage)]
  await certificate.subjectPublicKeyInfo.importKey(subject.publicKey)
  await certificate.sign(issuer.privateKey, 'SHA-256')
  return pem('CERTIFICATE', certificate.toSchema(true).toBER())
}

/** A first byte that DER takes for a positive number and for no padding. */
function positive(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  bytes[0] = 1
  return bytes
}

const commonName = (name: string) =>
  new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) })

const constraints = (cA: boolean) =>
  new Extension({
    extnID: id_BasicConstraints,
    critical: true,
    extnValue: new BasicConstraints({ cA }).toSchema().toBER(),
  })

function usageOf(bits: number | null | undefined): Extension[] {
  if (bits === null || bits === undefined) return []
  const unusedBits = Math.clz32(bits & -bits) ^ 31
  const value = new BitString({ valueHex: new Uint8Array([bits]).buffer, unusedBits })
  return [new Extension({ extnID: id_KeyUsage, critical: true, extnValue: value.toBER() })]
}

function pem(label: string, der: ArrayBuffer): string {
  const base64 = Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n').trimEnd()
  return `-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----\n`
}
