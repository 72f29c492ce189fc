import { describe, expect, test } from 'vitest'
import { confirmWithLibrary, createDocumentLoader, didKeyDocument } from '../../server/vc/index.ts'
import { changed, competence, newKey, sign } from './builders.ts'

const key = await newKey()
const options = {
  now: new Date('2026-07-02T10:00:00Z'),
  documentLoader: createDocumentLoader({ resolveDid: (did) => Promise.resolve(didKeyDocument(did)) }),
}

describe('the library as a second opinion on what we signed', () => {
  test('verifies our credentials', async () => {
    expect(await confirmWithLibrary(await sign(competence(key.did), key), options)).toBe(true)
  })

  test.each([
    ['a changed claim', ['credentialSubject', 'name'], 'Inès Martim'],
    ['a proof made at another time', ['proof', 0, 'created'], '2026-07-01T10:00:01Z'],
    ['another key', ['proof', 0, 'verificationMethod'], 'did:key:zzz#zzz'],
  ])('refuses %s', async (_name, path, value) => {
    const forged = changed(await sign(competence(key.did), key), path, value)
    expect(await confirmWithLibrary(forged, options)).toBe(false)
  })
})
