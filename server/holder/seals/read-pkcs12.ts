import {
  AuthenticatedSafe,
  CertBag,
  Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  type SafeBag,
  type SafeContents,
} from 'pkijs'
import { refuse } from './read-certificates.ts'

/**
 * A .p12 or .pfx file (RFC 7292) as the PEM texts that `addSeal` takes. Those of today only (AES, PBES2):
 * older ones, encrypted with RC2 or triple DES, are converted with a tool that still knows these.
 * @throws AppError `invalid-input` at `certificate` when it does not open
 */
export async function readPkcs12(
  bytes: Uint8Array,
  passphrase: string,
): Promise<{ readonly certificates: string; readonly key: string; readonly passphrase: string }> {
  const bags = await openBags(bytes, passphrase).catch(() => [])
  const certificates = bags.flatMap(({ bagValue }) =>
    bagValue instanceof CertBag && bagValue.parsedValue instanceof Certificate ? [bagValue.parsedValue] : [],
  )
  const key = bags.map(({ bagValue }) => bagValue).find((value) => value instanceof PKCS8ShroudedKeyBag)
  if (key === undefined || certificates.length === 0) throw refuse('certificate', 'p12Unread')
  return {
    certificates: certificates.map((one) => pem('CERTIFICATE', one.toSchema().toBER())).join(''),
    // encrypted still, under the same words
    key: pem('ENCRYPTED PRIVATE KEY', key.toSchema().toBER()),
    passphrase,
  }
}

async function openBags(bytes: Uint8Array, passphrase: string): Promise<SafeBag[]> {
  const password = new TextEncoder().encode(passphrase).buffer
  const pfx = PFX.fromBER(new Uint8Array(bytes))
  await pfx.parseInternalValues({ password, checkIntegrity: true })
  const safe = pfx.parsedValue?.authenticatedSafe
  if (!(safe instanceof AuthenticatedSafe)) return []
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) })
  // the library's own type for this is any
  const opened = safe.parsedValue as { readonly safeContents: readonly { readonly value: SafeContents }[] }
  return opened.safeContents.flatMap(({ value }) => value.safeBags)
}

function pem(label: string, der: ArrayBuffer): string {
  const base64 = Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n').trimEnd()
  return `-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----\n`
}
