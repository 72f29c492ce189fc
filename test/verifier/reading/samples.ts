import { deflateSync } from 'node:zlib'
import { bakedPng, bakedSvg, credentialElement, pdfWith, qrPhoto } from '../../support/carriers.ts'
import { competence, newKey, passport, sign } from '../../vc/builders.ts'
import { signToken, tokenKey } from '../../vc/jose/tokens.ts'

export const OLDER = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://badges.example.org/assertions/1',
  recipient: { type: 'email', hashed: true, identity: 'sha256$c7ef' },
  badge: 'https://badges.example.org/badges/1',
  verification: { type: 'HostedBadge' },
  issuedOn: '2020-05-01T00:00:00Z',
}

/** One of each kind of thing that `/verify` reads. */
export async function everyKindOfSample(): Promise<Buffer[]> {
  const key = await newKey()
  const badge = await sign(competence(key.did), key)
  const json = JSON.stringify(badge)
  const signer = await tokenKey('ES256')
  const token = await signToken(competence(signer.did), signer)
  const collection = JSON.stringify(await sign(passport(key.did, [badge]), key))
  const presentation = JSON.stringify({
    type: ['VerifiablePresentation'],
    verifiableCredential: [badge, token],
  })
  const link = 'HTTPS://PASSERELLE.TEST/V/7K3F9QXW2M4T#1234567890'
  const older = JSON.stringify(OLDER)
  const pdf = await pdfWith({ 'a.json': json, 'b.jwt': token })
  return [
    Buffer.from(json),
    Buffer.from(collection),
    Buffer.from(presentation),
    Buffer.from(token),
    Buffer.from(JSON.stringify(json)),
    Buffer.from(`data:application/json;base64,${Buffer.from(json).toString('base64')}`),
    Buffer.from(link),
    Buffer.from(older),
    pdf,
    await pdfWith({ 'a.json': json }, { useObjectStreams: false }),
    sealed(pdf, json),
    await bakedPng(json),
    await bakedPng(json, { compressed: true }),
    await bakedPng(older, { keyword: 'openbadges', type: 'tEXt' }),
    await bakedPng(older, { keyword: 'openbadges', type: 'zTXt' }),
    Buffer.from(bakedSvg(credentialElement(json))),
    Buffer.from(bakedSvg(`<openbadges:credential verify="${token}"/>`)),
    Buffer.from(
      bakedSvg(`<openbadges:assertion verify="x">${older}</openbadges:assertion>`, 'http://openbadges.org'),
    ),
    await qrPhoto(link, { format: 'png', scale: 3 }),
    await qrPhoto(link, { format: 'jpeg', scale: 3 }),
    await qrPhoto(link, { format: 'webp', scale: 3 }),
  ]
}

/**
 * A PDF with an incremental update behind it (ISO 32000-2, 7.5.6), as a seal adds one: the first attachment says something
 * else now.
 */
export function sealed(pdf: Buffer, json: string): Buffer {
  const text = pdf.toString('latin1')
  const [, number = '1'] =
    /\/EF\s*<<\s*\/F\s+(\d+)/.exec(text) ?? /(\d+) 0 obj\s*<<[^>]*\/EmbeddedFile/.exec(text) ?? []
  const packed = deflateSync(Buffer.from(json))
  const update = `\n${number} 0 obj\n<</Type/EmbeddedFile/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`
  const signature = `\nendstream\nendobj\n900 0 obj\n<</Type/Sig/Contents<${'00'.repeat(2000)}>/ByteRange[0 1 2 3]>>\nendobj\n`
  const [, root = '1'] = /\/Root (\d+) 0 R/.exec(text) ?? []
  const trailer = `trailer\n<</Root ${root} 0 R/Size 901/Prev 0>>\nstartxref\n0\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(update), packed, Buffer.from(signature + trailer)])
}
