import { createPrivateKey, X509Certificate } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sealPdf, type Seal } from '../../../server/holder/seals/index.ts'
import { openReader, type Reader } from '../../../server/verifier/reading/index.ts'
import { aPerson, heldBy } from '../../access/personal-data/a-person.ts'
import { openApp, type App } from '../../support/app-world.ts'
import { makeCertificateChain } from '../../support/make-certificate-chain.ts'
import { youngVisitor, type YoungVisitor } from '../../holder/young-visitor.ts'

let app: App
let phone: YoungVisitor
let reader: Reader
let held: Awaited<ReturnType<typeof heldBy>>
beforeAll(async () => {
  app = await openApp()
  reader = openReader(app.services)
  const { hers } = await aPerson(app)
  phone = await youngVisitor(app, hers.learnerId)
  held = await heldBy(app, hers.learnerId)
})
afterAll(async () => {
  await reader.close()
  await app.close()
})

const signedAs = (kind: string) => {
  const found = held.find((one) => one.kind === kind)
  if (found === undefined) throw new Error(`no ${kind} was signed`)
  return { code: found.code, document: JSON.parse(found.signed) as unknown }
}

const file = async (path: string): Promise<Buffer> => {
  const answer = await phone.file(path)
  expect(answer.status).toBe(200)
  return answer.body as Buffer
}

async function aSeal(): Promise<Seal> {
  const { certificates, key } = await makeCertificateChain({ kind: 'rsa' })
  const der = new Uint8Array(createPrivateKey(key).export({ type: 'pkcs8', format: 'der' }))
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  return {
    certificates: certificates
      .split(/(?=-----BEGIN)/)
      .map((pem) => new Uint8Array(new X509Certificate(pem).raw)),
    key: await crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']),
    name: 'Mission locale du Léon',
  }
}

it('A badge that we baked is read as it was signed, from its PNG and from its SVG', async () => {
  const { code, document } = signedAs('competence')
  for (const carrier of ['png', 'svg'])
    expect(await reader.read(await file(`/me/badges/${code}.${carrier}`))).toEqual({
      kind: 'credential',
      document,
      carrier,
      others: 0,
    })
})

it('A picture of it that lost what was in it still leads to its page', async () => {
  const { code } = signedAs('competence')
  const bare = await sharp(await file(`/me/badges/${code}.png`))
    .jpeg()
    .toBuffer()
  expect(await reader.read(bare)).toEqual({ kind: 'link', to: { code }, carrier: 'qr', others: 0 })
})

it('A passport is read as it was signed from its PDF, and from the same PDF under a seal', async () => {
  const { document } = signedAs('passport')
  const pdf = await file('/me/passport.pdf')
  const words = { at: new Date('2026-07-03T09:00:00Z'), reason: 'Passeport établi', label: 'Signature' }
  const sealed = await sealPdf(pdf, await aSeal(), words)
  expect(sealed.length).toBeGreaterThan(pdf.length)
  for (const one of [pdf, sealed])
    expect(await reader.read(one)).toMatchObject({ kind: 'credential', document, carrier: 'pdf', others: 0 })
})
