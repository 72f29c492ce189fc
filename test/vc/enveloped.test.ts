import { describe, expect, test } from 'vitest'
import { CREDENTIALS_V2, describeCheck, verifyCredential, verifyPresentation } from '../../server/vc/index.ts'
import type { JsonObject } from '../../server/vc/index.ts'
import { codeOf, newKey, signCarelessly, verifyOptions } from './builders.ts'

const holder = await newKey()
const enveloped = (changes: JsonObject = {}): JsonObject => ({
  '@context': CREDENTIALS_V2,
  id: 'data:application/vc+jwt,eyJ0eXAi.e30.c2ln',
  type: 'EnvelopedVerifiableCredential',
  ...changes,
})

describe('a credential in an envelope, which we do not open', () => {
  test('is left open, neither true nor false', async () => {
    const { verdict, checks } = await verifyCredential(enveloped(), verifyOptions())
    expect(verdict).toBe('unverifiable-now')
    expect(codeOf(checks, 'proof')).toBe('securing-unsupported')
    expect(checks.map(describeCheck)[1]).toContain('envelope')
  })

  test('is refused when there is nothing in the envelope', async () => {
    for (const wrong of [
      { id: 'https://a.example/' },
      { id: 'data:application/vc+jwt,' },
      { '@context': [] },
    ]) {
      const { verdict, checks } = await verifyCredential(enveloped(wrong), verifyOptions())
      expect([verdict, codeOf(checks, 'data-model')]).toEqual(['not-authentic', 'enveloped-invalid'])
    }
  })

  test('leaves a presentation open that shows it', async () => {
    const presentation: JsonObject = {
      '@context': [CREDENTIALS_V2],
      type: ['VerifiablePresentation'],
      holder: holder.did,
      verifiableCredential: [enveloped()],
    }
    const shown = await signCarelessly(presentation, holder, { purpose: 'authentication' })
    expect((await verifyPresentation(shown, verifyOptions())).verdict).toBe('unverifiable-now')
  })

  test('is the same for a presentation in an envelope', async () => {
    const wrapped = enveloped({ type: ['EnvelopedVerifiablePresentation'] })
    expect((await verifyPresentation(wrapped, verifyOptions())).verdict).toBe('unverifiable-now')
  })
})

test('a check tells what it found after its sentence', () => {
  expect(describeCheck({ code: 'expired' })).toBe('The credential has expired.')
  expect(describeCheck({ code: 'key-not-found', detail: 'did:x:y' })).toMatch(
    /^The document .*\. \(did:x:y\)$/,
  )
})
