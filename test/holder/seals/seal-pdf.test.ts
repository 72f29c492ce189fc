import { execFileSync, spawnSync } from 'node:child_process'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ContentInfo, SignedData } from 'pkijs'
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderPassport } from '../../../server/holder/passports/render-passport.ts'
import { sealPdf, type Seal } from '../../../server/holder/seals/index.ts'
import { temporaryFolder } from '../../support/database.ts'
import { makeCertificateChain, type CertificateWishes } from '../../support/make-certificate-chain.ts'
import { openPdf } from '../passports/open-pdf.ts'
import { passportContent } from '../passports/passport-content.ts'

const WORDS = {
  at: new Date('2026-07-03T09:00:00Z'),
  reason: 'Passeport de compétences établi',
  label: 'Signature numérique',
}
const has = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined

async function aSeal(kind: NonNullable<CertificateWishes['kind']> = 'rsa'): Promise<Seal> {
  const { certificates, key } = await makeCertificateChain({ kind })
  const algorithm =
    kind === 'rsa'
      ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
      : { name: 'ECDSA', namedCurve: kind.toUpperCase() }
  const der = new Uint8Array(createPrivateKey(key).export({ type: 'pkcs8', format: 'der' }))
  return {
    certificates: certificates
      .split(/(?=-----BEGIN)/)
      .map((pem) => new Uint8Array(new X509Certificate(pem).raw)),
    key: await crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']),
    name: 'Mission locale du Léon',
  }
}

const written = (bytes: Uint8Array): string => {
  const file = join(temporaryFolder(), 'passeport.pdf')
  writeFileSync(file, bytes)
  return file
}

/** What the signature covers and the signature itself, read from the file without our code. */
function signatureIn(pdf: Uint8Array): {
  covered: Uint8Array<ArrayBuffer>
  message: Uint8Array<ArrayBuffer>
} {
  const bytes = Buffer.from(pdf)
  const [, ...numbers] = /\/ByteRange\[(\d+) (\d+) (\d+) (\d+)\]/.exec(bytes.toString('latin1')) ?? []
  const [from = 0, length = 0, next = 0, rest = 0] = numbers.map(Number)
  expect([from, next + rest]).toEqual([0, bytes.length])
  const hexadecimal = bytes.subarray(length, next).toString('latin1')
  expect(hexadecimal).toMatch(/^<[0-9a-f]+>$/)
  return {
    covered: new Uint8Array(Buffer.concat([bytes.subarray(0, length), bytes.subarray(next)])),
    message: new Uint8Array(Buffer.from(hexadecimal.slice(1, -1), 'hex')),
  }
}

async function verified(pdf: Uint8Array): Promise<boolean> {
  const { covered, message } = signatureIn(pdf)
  const signed = new SignedData({ schema: ContentInfo.fromBER(message).content })
  return signed.verify({ signer: 0, data: covered.buffer, checkChain: false })
}

describe('a sealed passport', () => {
  let plain: Uint8Array
  let seal: Seal
  let sealed: Uint8Array
  beforeAll(async () => {
    plain = (await renderPassport(passportContent(), { locale: 'fr' })).bytes
    seal = await aSeal()
    sealed = await sealPdf(plain, seal, WORDS)
  })

  it('keeps the passport’s own bytes as they are and adds its signature after them', () => {
    expect(Buffer.from(sealed.subarray(0, plain.length)).equals(Buffer.from(plain))).toBe(true)
  })

  it.each(['rsa', 'p-256', 'p-384'] as const)(
    'is signed with %s, over every byte of the file',
    async (kind) => {
      const pdf = await sealPdf(plain, await aSeal(kind), WORDS)
      expect(await verified(pdf)).toBe(true)
      for (const at of [20, plain.length - 20, pdf.length - 5]) {
        const changed = Uint8Array.from(pdf)
        changed[at] = (changed[at] ?? 0) ^ 1
        expect([at, await verified(changed).catch(() => false)]).toEqual([at, false])
      }
    },
  )

  it('signs what PAdES asks for and no signing time: the PDF says it', () => {
    const { message } = signatureIn(sealed)
    const signed = new SignedData({ schema: ContentInfo.fromBER(message).content })
    const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? []
    expect(attributes.map(({ type }) => type)).toEqual([
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
      '1.2.840.113549.1.9.16.2.47',
    ])
    expect(signed.certificates).toHaveLength(2)
    expect(signed.encapContentInfo.eContent).toBeUndefined()
    // the certificates travel as they were issued, byte for byte
    const text = Buffer.from(message).toString('hex')
    for (const der of seal.certificates) expect(text).toContain(Buffer.from(der).toString('hex'))
  })

  it('names in its signed attributes the very certificate it was made with', async () => {
    const { message } = signatureIn(sealed)
    const signed = new SignedData({ schema: ContentInfo.fromBER(message).content })
    const meant = signed.signerInfos[0]?.signedAttrs?.attributes[2]?.values[0] as { toBER(): ArrayBuffer }
    const digest = await crypto.subtle.digest('SHA-256', seal.certificates[0] ?? new Uint8Array())
    const [certificateId] = Buffer.from(meant.toBER())
      .toString('hex')
      .split(Buffer.from(digest).toString('hex'))
    expect(certificateId).toBe('3026302430220420')
  })

  it('has one invisible field, printed and locked, which readers announce', async () => {
    const document = await PDFDocument.load(sealed, { updateMetadata: false })
    const form = document.catalog.lookup(PDFName.of('AcroForm'), PDFDict)
    expect(form.get(PDFName.of('SigFlags'))?.toString()).toBe('3')
    const annotations = document.getPage(0).node.Annots()
    const field = annotations?.lookup(annotations.size() - 1, PDFDict)
    const entry = (name: string): string | undefined => field?.get(PDFName.of(name))?.toString()
    expect([entry('Rect'), entry('F'), entry('FT')]).toEqual(['[ 0 0 0 0 ]', '132', '/Sig'])
    const signature = field?.lookup(PDFName.of('V'), PDFDict)
    expect(signature?.get(PDFName.of('SubFilter'))?.toString()).toBe('/ETSI.CAdES.detached')
    expect(signature?.get(PDFName.of('M'))?.toString()).toBe('(D:20260703090000Z)')
    expect(signature?.has(PDFName.of('Location'))).toBe(false)
  })

  it('is the same file again for the same passport, seal and instant', async () => {
    expect(Buffer.from(await sealPdf(plain, seal, WORDS)).equals(Buffer.from(sealed))).toBe(true)
  })

  it('reads as before: pages, words and the signed document inside', async () => {
    const [before, after] = [await openPdf(plain, 0.2), await openPdf(sealed, 0.2)]
    expect(after.texts).toEqual(before.texts)
    expect(Buffer.from(sealed).includes(Buffer.from('/EmbeddedFiles')) || before.texts.length > 0).toBe(true)
  })

  it('is not sealed a second time, nor is what is no PDF of ours', async () => {
    await expect(sealPdf(sealed, seal, WORDS)).rejects.toThrow('takes a signature')
    await expect(sealPdf(Buffer.from('%PDF-1.4\nstartxref\n9\n%%EOF'), seal, WORDS)).rejects.toThrow()
    await expect(sealPdf(new Uint8Array(), seal, WORDS)).rejects.toThrow()
  })

  it.skipIf(!has('pdfsig'))('is valid and whole to pdfsig, and not once a byte was changed', async () => {
    for (const kind of ['rsa', 'p-256'] as const) {
      const pdf = await sealPdf(plain, await aSeal(kind), WORDS)
      const said = execFileSync('pdfsig', [written(pdf)], { encoding: 'utf8' })
      expect(said).toContain('Signature is Valid.')
      expect(said).toContain('Total document signed')
      expect(said).toContain('ETSI.CAdES.detached')
      const changed = Uint8Array.from(pdf)
      changed[300] = (changed[300] ?? 0) ^ 1
      const { stdout } = spawnSync('pdfsig', [written(changed)], { encoding: 'utf8' })
      expect(stdout).not.toContain('Signature is Valid.')
    }
  })

  it.skipIf(!has('qpdf'))('is a clean PDF to qpdf, which still finds what is attached', () => {
    const file = written(sealed)
    expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain('No syntax')
    const attached = execFileSync('qpdf', ['--show-attachment=passerelle.json', file], { encoding: 'utf8' })
    expect(attached).toBe(passportContent().signedJson)
  })
})
