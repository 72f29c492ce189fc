import { afterAll, describe, expect, it } from 'vitest'
import { openReader } from '../../../server/verifier/reading/index.ts'
import { aPng, bakedPng, bakedSvg, credentialElement, pdfWith, qrPhoto } from '../../support/carriers.ts'
import { competence, newKey, sign } from '../../vc/builders.ts'

const reader = openReader({ publicUrl: 'https://passerelle.test' })
afterAll(() => reader.close())

const key = await newKey()
const credential = await sign(competence(key.did), key)
const json = JSON.stringify(credential)
const jwt = token({ alg: 'EdDSA', typ: 'JWT' }, { vc: credential, iss: key.did })
const CODE = '7K3F9QXW2M4T'
const hosted = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://badges.example.org/assertions/1',
  recipient: { type: 'email', hashed: true, identity: 'sha256$c7ef' },
  badge: 'https://badges.example.org/badges/1',
  verification: { type: 'HostedBadge' },
  issuedOn: '2020-05-01T00:00:00Z',
}

function token(header: object, payload: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part(header)}.${part(payload)}.c2lnbmF0dXJl`
}
const isCredential = { kind: 'credential', document: credential, others: 0 }

describe('a credential is read', () => {
  it('as the JSON it is, pasted or as a file, with a byte order mark or in UTF-16', async () => {
    for (const source of [
      json,
      Buffer.from(json),
      Buffer.from(`\uFEFF\n ${json}\n`),
      Buffer.from(`\uFEFF${json}`, 'utf16le'),
    ])
      expect(await reader.read(source)).toMatchObject({ ...isCredential, carrier: 'text' })
  })

  it('from a string of JSON, a data: address, a list, and the wrapper of a program', async () => {
    for (const source of [
      JSON.stringify(json),
      `data:application/json;base64,${Buffer.from(json).toString('base64')}`,
      `data:application/vc,${encodeURIComponent(json)}`,
      JSON.stringify({ verifiableCredential: credential }),
    ])
      expect(await reader.read(source)).toMatchObject(isCredential)
    expect(await reader.read(JSON.stringify([credential, credential]))).toMatchObject({
      ...isCredential,
      others: 1,
    })
  })

  it('out of a presentation, in which it may be enveloped', async () => {
    const presentation = { type: 'VerifiablePresentation', verifiableCredential: [credential, jwt] }
    expect(await reader.read(JSON.stringify(presentation))).toMatchObject({
      ...isCredential,
      others: 1,
      presentations: [presentation],
    })
    const envelope = { type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${jwt}` }
    const enveloped = { type: ['VerifiablePresentation'], verifiableCredential: envelope }
    expect(await reader.read(JSON.stringify(enveloped))).toMatchObject({ kind: 'jwt', token: jwt })
  })

  it('as a token, on one line or broken by a mail', async () => {
    expect(await reader.read(jwt)).toMatchObject({ kind: 'jwt', token: jwt, carrier: 'text' })
    expect(await reader.read(`${jwt.slice(0, 70)}\r\n  ${jwt.slice(70)}\n`)).toMatchObject({ token: jwt })
  })

  it('from a PNG, in a text that was compressed or not', async () => {
    for (const compressed of [false, true])
      expect(await reader.read(await bakedPng(json, { compressed }))).toMatchObject({
        ...isCredential,
        carrier: 'png',
      })
    expect(await reader.read(await bakedPng(jwt))).toMatchObject({ kind: 'jwt', token: jwt, carrier: 'png' })
  })

  it('from an SVG, as its body or as its attribute, below a public document type', async () => {
    const dtd =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    for (const svg of [bakedSvg(credentialElement(json)), bakedSvg(credentialElement(json), undefined, dtd)])
      expect(await reader.read(Buffer.from(svg))).toMatchObject({ ...isCredential, carrier: 'svg' })
    const baked = bakedSvg(`<openbadges:credential verify="${jwt}"/>`)
    expect(await reader.read(Buffer.from(baked))).toMatchObject({ kind: 'jwt', token: jwt, carrier: 'svg' })
  })

  it('from the attachments of a PDF, packed or not, and says how many there are', async () => {
    for (const useObjectStreams of [true, false]) {
      const one = await pdfWith({ 'notes.txt': 'Bonjour', 'a.json': json }, { useObjectStreams })
      expect(await reader.read(one)).toMatchObject({ ...isCredential, carrier: 'pdf' })
      const many = await pdfWith({ 'a.json': json, 'b.json': json, 'c.jwt': jwt }, { useObjectStreams })
      expect(await reader.read(many)).toMatchObject({ ...isCredential, others: 2 })
    }
  })

  it('from a QR code on a photograph', async () => {
    for (const format of ['png', 'jpeg', 'webp'] as const)
      expect(
        await reader.read(await qrPhoto(`HTTPS://PASSERELLE.TEST/V/${CODE}#123456`, { format })),
      ).toEqual({
        kind: 'link',
        to: { code: CODE, digits: '123456' },
        carrier: 'qr',
        others: 0,
      })
  })
})

describe('an address is told apart', () => {
  it('when it is of one of our documents, or is its code alone', async () => {
    for (const source of [
      `https://passerelle.test/v/${CODE}`,
      `https://passerelle.test/credentials/${CODE}`,
      '7k3f 9qxw 2m4t',
    ])
      expect(await reader.read(source)).toMatchObject({ kind: 'link', to: { code: CODE } })
  })

  it('and is an address like any other when it only looks like it', async () => {
    for (const address of [
      `https://passerelle.test.example.org/v/${CODE}`,
      `https://passerelle.test@example.org/v/${CODE}`,
      'https://example.org/badge',
      'openid-credential-offer://?credential_offer=x',
    ])
      expect(await reader.read(address)).toMatchObject({ kind: 'link', to: { address } })
  })
})

describe('a badge of Open Badges 2.0 is recognised', () => {
  const url = 'https://badges.example.org/assertions/1'

  it('as its assertion, and as the token of a signed one', async () => {
    expect(await reader.read(JSON.stringify(hosted))).toMatchObject({
      kind: 'open-badge-2',
      assertion: hosted,
      signed: false,
    })
    expect(await reader.read(token({ alg: 'RS256' }, hosted))).toMatchObject({
      kind: 'open-badge-2',
      signed: true,
    })
  })

  it('in pictures, which carry it or only its address', async () => {
    const chunks = [{ keyword: 'openbadges' }, { keyword: 'openbadges', type: 'tEXt' }] as const
    for (const chunk of chunks) {
      expect(await reader.read(await bakedPng(JSON.stringify(hosted), chunk))).toMatchObject({
        kind: 'open-badge-2',
        assertion: hosted,
      })
      expect(await reader.read(await bakedPng(url, chunk))).toMatchObject({
        kind: 'open-badge-2',
        url,
        carrier: 'png',
      })
    }
    const element = (body: string): string =>
      `<openbadges:assertion verify="${url}">${body}</openbadges:assertion>`
    const svg = (body: string): Buffer => Buffer.from(bakedSvg(element(body), 'http://openbadges.org'))
    expect(await reader.read(svg(''))).toMatchObject({ kind: 'open-badge-2', url, carrier: 'svg' })
    expect(await reader.read(svg(`<![CDATA[${JSON.stringify(hosted)}]]>`))).toMatchObject({
      assertion: hosted,
    })
  })
})

describe('what cannot be verified is told what it is', () => {
  const said = async (source: Uint8Array | string) => {
    const reading = await reader.read(source)
    return reading.kind === 'problem' ? reading.code : reading
  }

  it('for texts', async () => {
    expect(await said('')).toBe('nothing')
    expect(await said('Bonjour, voici mon passeport !')).toBe('not-recognised')
    expect(await said('{"a":')).toBe('damaged')
    expect(await said('{"name":"Inès"}')).toBe('not-a-credential')
    expect(
      await said(JSON.stringify({ '@context': 'https://w3id.org/openbadges/v2', type: 'BadgeClass' })),
    ).toBe('badge-class')
    expect(
      await said(JSON.stringify({ payload: '{}', signatures: [{ protected: 'e30', signature: 'x' }] })),
    ).toBe('europass')
    expect(await said(`${jwt}~WyJzYWx0Il0~`)).toBe('sd-jwt')
    expect(await said(token({ alg: 'ES256', typ: 'vc+sd-jwt' }, { _sd: [] }))).toBe('sd-jwt')
    expect(await said(token({ alg: 'ES256' }, { vp: {} }))).toBe('jwt-presentation')
    expect(await said(token({ alg: 'ES256' }, { sub: 'me' }))).toBe('jwt-other')
    expect(await said(`${'[{"a":'.repeat(50_000)}1${'}]'.repeat(50_000)}`)).toBe('too-deep')
    expect(await said(`{"a":"${'x'.repeat(1_000_000)}"}`)).toBe('too-large')
  })

  it('for files', async () => {
    expect(await said(Buffer.from('PK\x03\x04...'))).toBe('archive')
    expect(await said(Buffer.from([0, 1, 2, 200, 201]))).toBe('not-recognised')
    expect(await said(Buffer.from('GIF89a'))).toBe('picture-format')
    expect(await said(Buffer.from('\0\0\0\x18ftypheic\0\0', 'latin1'))).toBe('picture-format')
    expect(await said(await aPng())).toBe('picture-without-code')
    expect(await said(Buffer.from(bakedSvg('')))).toBe('svg-without-badge')
    expect(await said(await pdfWith({}))).toBe('pdf-without-attachment')
    expect(await said(await pdfWith({ 'a.json': '{"name":"Inès"}' }))).toBe('pdf-without-attachment')
    expect(await said(Buffer.alloc(5_000_001, ' '))).toBe('too-large')
    expect(await said((await aPng()).subarray(0, 60))).toBe('damaged')
  })

  it('for a code with something else in it', async () => {
    expect(await reader.read(await qrPhoto('WIFI:S=Salle 4;'))).toEqual({
      kind: 'problem',
      code: 'qr-other',
      said: 'WIFI:S=Salle 4;',
    })
    expect(await reader.read(await qrPhoto('https://example.org/menu'))).toMatchObject({
      kind: 'link',
      to: { address: 'https://example.org/menu' },
      carrier: 'qr',
    })
  })
})
