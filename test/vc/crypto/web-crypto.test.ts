import { describe, expect, test, vi } from 'vitest'
import * as withNode from '../../../server/vc/crypto/ecdsa.ts'
import * as ed25519WithNode from '../../../server/vc/crypto/ed25519.ts'
import { generateKeyPair } from '../../../server/vc/index.ts'
import type { KeyType } from '../../../server/vc/index.ts'

vi.resetModules()
vi.doMock('../../../server/vc/node/node-crypto.ts', () => ({ nodeCrypto: undefined }))
const inBrowser = await import('../../../server/vc/crypto/ecdsa.ts')
const ed25519InBrowser = await import('../../../server/vc/crypto/ed25519.ts')

const data = new TextEncoder().encode('le même texte')
const other = new TextEncoder().encode('un autre texte')

async function verifierOf(type: KeyType, browser: boolean, publicKey: string) {
  if (type === 'Ed25519')
    return (browser ? ed25519InBrowser : ed25519WithNode).importEd25519Verifier(publicKey)
  return (await (browser ? inBrowser : withNode).importEcdsaVerifier(publicKey))?.verify
}
const signerOf = (type: KeyType, browser: boolean, secretKey: string, publicKey: string) =>
  type === 'Ed25519'
    ? (browser ? ed25519InBrowser : ed25519WithNode).importEd25519Signer(secretKey, publicKey)
    : (browser ? inBrowser : withNode).importEcdsaSigner(secretKey, publicKey)

describe.each(['Ed25519', 'P-256', 'P-384'] as const)('%s signatures', (type) => {
  test.each([
    ['a browser', 'a browser', true, true],
    ['a browser', 'Node', true, false],
    ['Node', 'a browser', false, true],
  ])('made in %s are good in %s, for their own text only', async (_from, _to, signing, verifying) => {
    const { publicKeyMultibase, secretKeyMultibase } = await generateKeyPair(type)
    const sign = await signerOf(type, signing, secretKeyMultibase, publicKeyMultibase)
    const verify = await verifierOf(type, verifying, publicKeyMultibase)
    const signature = new Uint8Array((await sign?.(data)) ?? [])
    expect(signature).toHaveLength(type === 'P-384' ? 96 : 64)
    expect(await verify?.(data, signature)).toBe(true)
    expect(await verify?.(other, signature)).toBe(false)
    expect(await verify?.(data, signature.slice(1))).toBe(false)
    expect(await verify?.(data, new Uint8Array(signature.length))).toBe(false)
  })
})
