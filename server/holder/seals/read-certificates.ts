import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { AppError } from '../../kernel/errors.ts'

/** A certificate, then who issued it, and so on towards the root. */
export type Chain = [own: X509Certificate, ...issuers: X509Certificate[]]

const MOST = 8
const BLOCK = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g

/**
 * The certificates of a PEM file, in its order.
 * @throws AppError `invalid-input` at `certificate` when there is none, more than eight, or one is unreadable
 */
export function readCertificates(pem: string): X509Certificate[] {
  const blocks = pem.match(BLOCK) ?? []
  if (blocks.length === 0 || blocks.length > MOST) throw refuse('certificate', 'certificateUnread')
  try {
    return blocks.map((block) => new X509Certificate(block))
  } catch {
    throw refuse('certificate', 'certificateUnread')
  }
}

/** The same of a seal that was added: there is one at least. */
export function readChain(pem: string): Chain {
  const [own, ...issuers] = readCertificates(pem)
  if (own === undefined) throw refuse('certificate', 'certificateUnread')
  return [own, ...issuers]
}

/**
 * A private key in PEM: PKCS #8, PKCS #1 or SEC 1, encrypted or not.
 * @throws AppError `invalid-input` at `key`, or at `passphrase` when the key is encrypted and these words do not open it
 */
export function readKey(pem: string, passphrase: string | undefined): KeyObject {
  try {
    return createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) })
  } catch {
    const encrypted = /ENCRYPTED/.test(pem)
    throw encrypted ? refuse('passphrase', 'passphraseRefused') : refuse('key', 'keyUnread')
  }
}

/**
 * The certificates from the one that this key signs for towards the root, as far as the file leads.
 * @throws AppError `invalid-input` at `key` when it goes with none of them
 */
export function chainFor(key: KeyObject, among: readonly X509Certificate[]): Chain {
  const own = among.find((one) => one.checkPrivateKey(key))
  if (own === undefined) throw refuse('key', 'keyOfAnother')
  const chain: Chain = [own]
  for (let last = own; ;) {
    const issuer = among.find((one) => !chain.includes(one) && isIssuedBy(last, one))
    if (issuer === undefined) return chain
    chain.push(issuer)
    last = issuer
  }
}

const isIssuedBy = (one: X509Certificate, issuer: X509Certificate): boolean =>
  one.checkIssued(issuer) && one.verify(issuer.publicKey)

/** A refusal at a field, in the words of `seals`. */
export const refuse = (
  field: 'structure' | 'certificate' | 'key' | 'passphrase',
  message: string,
  params: Readonly<Record<string, string>> = {},
): AppError => new AppError('invalid-input', {}, [{ field, message: `seals.${message}`, params }])
