import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

/** A throwaway certificate for these names, its own authority, and its private key: PEM. Good for ten years around now. */
export function makeCertificate(names: readonly string[]): { readonly cert: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const subject = sequence(set(sequence(oid(2, 5, 4, 3), der(0x0c, Buffer.from('passerelle test')))))
  const year = new Date().getUTCFullYear()
  const validity = sequence(utcTime(year - 5), utcTime(year + 5))
  const alternativeNames = sequence(...names.map((name) => der(0x82, Buffer.from(name))))
  const authority = sequence(der(0x01, Buffer.from([0xff])))
  const tbs = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    sequence(ECDSA_SHA256),
    subject,
    validity,
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        sequence(oid(2, 5, 29, 17), der(0x04, alternativeNames)),
        sequence(oid(2, 5, 29, 19), der(0x01, Buffer.from([0xff])), der(0x04, authority)),
      ),
    ),
  )
  const signature = createSign('sha256').update(tbs).sign(privateKey)
  const certificate = sequence(
    tbs,
    sequence(ECDSA_SHA256),
    der(0x03, Buffer.concat([Buffer.from([0]), signature])),
  )
  const base64 = certificate.toString('base64').replace(/.{64}/g, '$&\n')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** Tag, length, content (X.690, distinguished encoding). */
function der(tag: number, content: Buffer): Buffer {
  const length =
    content.length < 0x80
      ? [content.length]
      : content.length < 0x100
        ? [0x81, content.length]
        : [0x82, content.length >> 8, content.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, Buffer.concat(parts))
const set = (part: Buffer): Buffer => der(0x31, part)
const integer = (bytes: Buffer): Buffer => der(0x02, bytes)
const utcTime = (year: number): Buffer => der(0x17, Buffer.from(`${String(year).slice(2)}0101000000Z`))

function oid(first: number, second: number, ...rest: readonly number[]): Buffer {
  const bytes = rest.flatMap((part) => {
    const groups = [part & 0x7f]
    for (let left = part >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80)
    return groups
  })
  return der(0x06, Buffer.from([first * 40 + second, ...bytes]))
}

const ECDSA_SHA256 = oid(1, 2, 840, 10_045, 4, 3, 2)
