import { describe, expect, test } from 'vitest'
import { describeDocument } from '../../server/vc/index.ts'
import type { JsonObject } from '../../server/vc/index.ts'

const inès = { id: 'urn:x:1', name: 'Inès Martin' }
const karim = { id: 'urn:x:2', name: 'Karim Le Goff' }
const document = (changes: JsonObject): JsonObject => ({ issuer: 'did:example:1', ...changes })

describe('what is said of a document of others', () => {
  test('names all whom it is about, in whatever order they stand', () => {
    for (const credentialSubject of [
      [inès, karim],
      [karim, inès],
    ])
      expect(describeDocument(document({ credentialSubject })).holderName).toBe('Inès Martin, Karim Le Goff')
  })

  test('has the same title, in whatever order its languages stand', () => {
    const names = [
      { '@value': 'Diplôme', '@language': 'fr' },
      { '@value': 'Degree', '@language': 'en' },
    ]
    for (const name of [names, [...names].reverse()])
      expect(describeDocument(document({ name })).title).toBe('Degree')
  })

  test('names the holder once who stands in two halves', () => {
    const credentialSubject = [inès, { ...inès, achievement: { name: 'Soudure' } }]
    expect(describeDocument(document({ credentialSubject }))).toMatchObject({
      holderName: 'Inès Martin',
      title: 'Soudure',
    })
  })
})
