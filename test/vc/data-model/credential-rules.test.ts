import { describe, expect, test } from 'vitest'
import { CREDENTIAL_RULES } from '../../../server/vc/data-model/credential-rules.ts'
import { parseDateTimeStamp } from '../../../server/vc/data-model/date-time-stamp.ts'
import { publishedDigestSri } from '../../../server/vc/json-ld/published-digests.ts'
import { findProblems } from '../../../server/vc/data-model/rule.ts'
import { CREDENTIALS_V2 } from '../../../server/vc/index.ts'
import type { JsonObject } from '../../../server/vc/index.ts'
import { changed, competence } from '../builders.ts'

const did = 'did:web:passerelle.example'
const sound = competence(did)
const found = (document: JsonObject) =>
  findProblems(CREDENTIAL_RULES, document).map(({ code, pointer }) => `${code} ${pointer}`)
const digestSRI = publishedDigestSri(CREDENTIALS_V2) ?? ''

test('the data model finds nothing wrong with a credential of ours', () => {
  expect(found(sound)).toEqual([])
})

test('each requirement names the section it comes from', () => {
  for (const rule of CREDENTIAL_RULES) expect(`${rule.title}: ${rule.section}`).toMatch(/\S+: .+\d/)
})

describe('the data model refuses', () => {
  test.each<[string, (string | number)[], unknown, string]>([
    ['no context', ['@context'], undefined, 'context-invalid /@context'],
    ['a context that is not a list', ['@context'], CREDENTIALS_V2, 'context-invalid /@context'],
    ['another context first', ['@context', 0], 'https://example.org/v1', 'context-invalid /@context/0'],
    ['a context that is no URL', ['@context', 1], 'https ://not-a-url', 'context-invalid /@context/1'],
    ['a context that is a number', ['@context', 1], 5, 'context-invalid /@context/1'],
    [
      'a context with a base',
      ['@context', 1],
      { '@base': 'https://example.org/' },
      'context-invalid /@context/1',
    ],
    ['an id that is null', ['id'], null, 'id-invalid /id'],
    ['two ids', ['id'], ['https://a.example/', 'https://b.example/'], 'id-invalid /id'],
    ['an id that is no URL', ['id'], 'credential 5', 'id-invalid /id'],
    ['no type', ['type'], undefined, 'type-invalid /type'],
    ['types without VerifiableCredential', ['type'], ['OpenBadgeCredential'], 'type-invalid /type'],
    ['a type that is no text', ['type'], ['VerifiableCredential', 5], 'type-invalid /type'],
    ['a name that is a number', ['name'], 5, 'language-value-invalid /name'],
    [
      'a name with more than language',
      ['name'],
      { '@value': 'a', '@language': 'fr', url: 'x' },
      'language-value-invalid /name',
    ],
    [
      'a name of the issuer that is an object',
      ['issuer', 'name'],
      { fr: 'x' },
      'language-value-invalid /issuer/name',
    ],
    ['no issuer', ['issuer'], undefined, 'issuer-invalid /issuer'],
    ['an issuer that is null', ['issuer'], null, 'issuer-invalid /issuer'],
    ['several issuers', ['issuer'], [did], 'issuer-invalid /issuer'],
    ['an issuer without id', ['issuer'], { name: 'Nous' }, 'issuer-invalid /issuer'],
    ['an issuer that is no URL', ['issuer'], 'nous', 'issuer-invalid /issuer'],
    ['no subject', ['credentialSubject'], undefined, 'subject-invalid /credentialSubject'],
    ['an empty list of subjects', ['credentialSubject'], [], 'subject-invalid /credentialSubject'],
    ['an empty subject', ['credentialSubject'], [{}], 'subject-invalid /credentialSubject/0'],
    ['a subject whose id is no URL', ['credentialSubject', 'id'], 'Inès', 'id-invalid /credentialSubject/id'],
    ['a date without time zone', ['validFrom'], '2026-06-30T00:00:00', 'date-invalid /validFrom'],
    ['a day without time', ['validFrom'], '2026-06-30', 'date-invalid /validFrom'],
    ['30 February', ['validFrom'], '2026-02-30T00:00:00Z', 'date-invalid /validFrom'],
    ['a date that is a number', ['validUntil'], 5, 'date-invalid /validUntil'],
    ['an end before the beginning', ['validUntil'], '2026-06-29T00:00:00Z', 'validity-reversed /validUntil'],
    [
      'a status without type',
      ['credentialStatus'],
      { id: 'https://a.example/1' },
      'status-entry-invalid /credentialStatus',
    ],
    [
      'a schema without id',
      ['credentialSchema'],
      { type: 'JsonSchema' },
      'typed-object-invalid /credentialSchema/id',
    ],
    [
      'a schema without type',
      ['credentialSchema'],
      [{ id: 'https://a.example/s' }],
      'typed-object-invalid /credentialSchema/0',
    ],
    ['evidence without type', ['evidence'], { narrative: 'x' }, 'typed-object-invalid /evidence'],
    ['evidence that is a text', ['evidence'], ['photo'], 'typed-object-invalid /evidence/0'],
    ['terms of use without type', ['termsOfUse'], {}, 'typed-object-invalid /termsOfUse'],
    ['a refresh service without type', ['refreshService'], {}, 'typed-object-invalid /refreshService'],
    [
      'a related resource without digest',
      ['relatedResource'],
      { id: CREDENTIALS_V2 },
      'related-resource-invalid /relatedResource',
    ],
    [
      'a related resource without id',
      ['relatedResource'],
      [{ digestSRI }],
      'related-resource-invalid /relatedResource/0',
    ],
    [
      'a related resource named twice',
      ['relatedResource'],
      [
        { id: CREDENTIALS_V2, digestSRI },
        { id: CREDENTIALS_V2, digestSRI },
      ],
      'related-resource-invalid /relatedResource/1',
    ],
    [
      'a digest that is not that of the published context',
      ['relatedResource'],
      [{ id: CREDENTIALS_V2, digestSRI: 'sha256-ip9JSonsxRsJPpDoRxPgfoTW1pIENkqbPHhoshdREjY=' }],
      'related-resource-invalid /relatedResource/0',
    ],
  ])('%s', (_name, path, value, finding) => {
    expect(found(changed(sound, path, value))).toEqual([finding])
  })
})

describe('the data model accepts', () => {
  test.each<[string, (string | number)[], unknown]>([
    ['no dates at all', ['validFrom'], undefined],
    ['an issuer that is a URL', ['issuer'], did],
    [
      'a name with language and direction',
      ['name'],
      { '@value': 'Équipe', '@language': 'fr', '@direction': 'ltr' },
    ],
    [
      'names in several languages',
      ['name'],
      [
        { '@value': 'Équipe', '@language': 'fr' },
        { '@value': 'Team', '@language': 'en' },
      ],
    ],
    ['several subjects', ['credentialSubject'], [{ id: 'urn:x:1' }, { name: 'Inès' }]],
    ['a context written out', ['@context', 1], { Thing: 'https://example.org/#Thing' }],
    ['the digest of the published context', ['relatedResource'], [{ id: CREDENTIALS_V2, digestSRI }]],
    [
      'the digest of something we do not know',
      ['relatedResource'],
      { id: 'https://a.example/', digestSRI: `sha384-${'x'.repeat(64)}` },
    ],
  ])('%s', (_name, path, value) => {
    expect(found(changed(sound, path, value))).toEqual([])
  })
})

describe('an instant', () => {
  test.each([
    '2026-06-30T00:00:00Z',
    '2026-06-30T00:00:00.123+02:00',
    '2024-02-29T23:59:59-11:30',
    '2026-06-30T24:00:00Z',
  ])('is %s', (text) => {
    expect(parseDateTimeStamp(text)).toBeInstanceOf(Date)
  })
  test.each([
    '2026-06-30T00:00:00z',
    '2025-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-06-30T25:00:00Z',
    '2026-06-30T00:00:00Z ',
    '2026-06-30T00:00:00+15:00',
  ])('is not %s', (text) => {
    expect(parseDateTimeStamp(text)).toBeUndefined()
  })
})
