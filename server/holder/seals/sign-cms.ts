import { ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import type { Seal } from './seal.ts'

const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'

/** One digest for all: ETSI TS 119 312 recommends it, and every reader knows it. */
export const DIGEST = 'SHA-256'

/**
 * A detached CMS signature (RFC 5652) as PAdES wants it (ETSI EN 319 142-1, 6.3, level B-B): content type, digest, and
 * which certificate is meant (ESS, RFC 5035). No signing time among the signed attributes: the PDF's own entry /M says it.
 * The certificates of the seal travel inside. RSA signs with PKCS #1 v1.5, which every PDF reader checks; PSS not.
 *
 * @param digest SHA-256 of what is signed
 * @returns DER
 */
export async function signDetached(digest: Uint8Array<ArrayBuffer>, seal: Seal): Promise<Uint8Array> {
  const certificates = seal.certificates.map((der) => Certificate.fromBER(der))
  const [own] = certificates
  const [ownDer] = seal.certificates
  if (own === undefined || ownDer === undefined) throw new Error('a seal without certificate')
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: SignedData.ID_DATA }),
    certificates: certificates.sort((one, other) => compareDer(one.toSchema(), other.toSchema())),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: await signedAttributes(digest, ownDer),
        }),
      }),
    ],
  })
  await signed.sign(seal.key, 0, DIGEST)
  const message = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema() })
  return new Uint8Array(message.toSchema().toBER())
}

async function signedAttributes(
  digest: Uint8Array<ArrayBuffer>,
  certificate: Uint8Array<ArrayBuffer>,
): Promise<Attribute[]> {
  const certificateDigest = await crypto.subtle.digest(DIGEST, certificate)
  // SigningCertificateV2 ::= SEQUENCE { certs SEQUENCE OF ESSCertIDv2 }; SHA-256 is the default, so DER leaves it out
  const certificateId = new Sequence({ value: [new OctetString({ valueHex: certificateDigest })] })
  const meant = new Sequence({ value: [new Sequence({ value: [certificateId] })] })
  const attributes = [
    new Attribute({ type: CONTENT_TYPE, values: [new ObjectIdentifier({ value: SignedData.ID_DATA })] }),
    new Attribute({ type: MESSAGE_DIGEST, values: [new OctetString({ valueHex: digest })] }),
    new Attribute({ type: SIGNING_CERTIFICATE_V2, values: [meant] }),
  ]
  return attributes.sort((one, other) => compareDer(one.toSchema(), other.toSchema()))
}

/** The members of a set are in the order of their encodings (X.690, 11.6). */
const compareDer = (one: { toBER(): ArrayBuffer }, other: { toBER(): ArrayBuffer }): number =>
  Buffer.compare(new Uint8Array(one.toBER()), new Uint8Array(other.toBER()))
