import { describe, expect, test } from 'vitest'
import {
  CREDENTIAL_1_1_RULES,
  PRESENTATION_1_1_RULES,
} from '../../../server/vc/data-model/credential-1-1-rules.ts'
import { CREDENTIAL_RULES } from '../../../server/vc/data-model/credential-rules.ts'
import { PRESENTATION_RULES } from '../../../server/vc/data-model/presentation-rules.ts'
import type { Rule } from '../../../server/vc/data-model/rule.ts'
import { CREDENTIALS_V2, describeCheck } from '../../../server/vc/index.ts'
import type { JsonObject } from '../../../server/vc/index.ts'
import { changed, competence } from '../builders.ts'

const did = 'did:web:passerelle.example'
const v1 = 'https://www.w3.org/2018/credentials/v1'
const entry = {
  id: 'https://a.example/status#5',
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '5',
  statusListCredential: 'https://a.example/status',
}
const publishedSri = 'sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ='
const old: JsonObject = {
  '@context': [v1],
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential'],
  issuer: did,
  issuanceDate: '2026-06-30T00:00:00Z',
  credentialSubject: { id: 'urn:x:1' },
}
const presentation: JsonObject = {
  '@context': [CREDENTIALS_V2],
  type: ['VerifiablePresentation'],
  holder: did,
  verifiableCredential: [competence(did)],
}
const enveloped = {
  '@context': CREDENTIALS_V2,
  id: 'data:application/vc+jwt,eyJ0eXAi.e30.c2ln',
  type: 'EnvelopedVerifiableCredential',
}

type Path = (string | number)[]
type Accepted = [path: Path, value: unknown]
type Refused = [path: Path, value: unknown, finding: string]
type Examples = Record<string, { accepts: Accepted[]; refuses: Refused[] }>

const typed = (property: string, code = 'typed-object-invalid', more: JsonObject = {}): Examples[string] => ({
  accepts: [
    [[property], { type: 'Thing', ...more }],
    [[property], [{ type: ['Thing', 'Other'], ...more, id: 'urn:x:1' }]],
    [[property], undefined],
  ],
  refuses: [
    [[property], { ...more }, `${code} /${property}`],
    [[property], [{ type: [], ...more }], `${code} /${property}/0`],
    [[property], null, `${code} /${property}`],
    [[property], 'https://a.example/', `${code} /${property}`],
    [[property], { type: 'Thing', id: 'not a url' }, `id-invalid /${property}/id`],
  ],
})
const needsId = (property: string, code = 'typed-object-invalid'): Examples[string] => {
  const base = typed(property, code, { id: 'https://a.example/1' })
  return { ...base, refuses: [...base.refuses, [[property], { type: 'Thing' }, `${code} /${property}/id`]] }
}
const contexts = (first: string): Examples[string] => ({
  accepts: [
    [['@context'], [first, 'https://a.example/v1', { Thing: 'https://a.example/#Thing' }]],
    [['@context'], [first, { '@context': { Thing: 'https://a.example/#Thing' } }]],
  ],
  refuses: [
    [['@context'], undefined, 'context-invalid /@context'],
    [['@context'], first, 'context-invalid /@context'],
    [['@context'], { first }, 'context-invalid /@context'],
    [['@context'], [], 'context-invalid /@context/0'],
    [['@context'], ['https://a.example/v1', first], 'context-invalid /@context/0'],
    [['@context', 1], null, 'context-invalid /@context/1'],
    [['@context', 1], 'a b', 'context-invalid /@context/1'],
    [['@context', 1], { '@base': 'https://a.example/' }, 'context-invalid /@context/1'],
    [['@context', 1], { '@context': { '@base': 'https://a.example/' } }, 'context-invalid /@context/1'],
    [['@context', 1], { '@context': [{ '@base': 'https://a.example/' }] }, 'context-invalid /@context/1'],
  ],
})
const keywords: Examples[string] = {
  accepts: [[['extra'], { graph: 'a word' }]],
  refuses: [
    [['@graph'], [], 'term-aliased /@graph'],
    [['extra'], [{ '@included': [] }], 'term-aliased /extra/0/@included'],
    [['extra'], { 'a/b': { '@reverse': {} } }, 'term-aliased /extra/a~1b/@reverse'],
  ],
}
const ids: Examples[string] = {
  accepts: [
    [['id'], undefined],
    [['id'], 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33'],
  ],
  refuses: [
    [['id'], null, 'id-invalid /id'],
    [['id'], ['urn:x:1'], 'id-invalid /id'],
    [['id'], 'relative/path', 'id-invalid /id'],
    [['id'], ' https://a.example/', 'id-invalid /id'],
  ],
}
const types = (name: string): Examples[string] => ({
  accepts: [
    [['type'], name],
    [['type'], [name, 'Other']],
  ],
  refuses: [
    [['type'], undefined, 'type-invalid /type'],
    [['type'], [], 'type-invalid /type'],
    [['type'], ['Other'], 'type-invalid /type'],
    [['type'], [name, 5], 'type-invalid /type'],
    [['type'], [name, ''], 'type-invalid /type'],
  ],
})
const named = (property: string, code: string, missing: boolean): Examples[string] => ({
  accepts: [
    [[property], did],
    [[property], { id: did, name: 'Nous' }],
    ...(missing ? ([[[property], undefined]] satisfies Accepted[]) : []),
  ],
  refuses: [
    ...(missing ? [] : ([[[property], undefined, `${code} /${property}`]] satisfies Refused[])),
    [[property], null, `${code} /${property}`],
    [[property], 5, `${code} /${property}`],
    [[property], [], `${code} /${property}`],
    [[property], [did], `${code} /${property}`],
    [[property], 'nous', `${code} /${property}`],
    [[property], { name: 'Nous' }, `${code} /${property}`],
    [[property], { id: null }, `${code} /${property}`],
  ],
})
const subjects: Examples[string] = {
  accepts: [
    [['credentialSubject'], { id: 'urn:x:1' }],
    [['credentialSubject'], [{ name: 'Inès' }, { id: 'urn:x:2' }]],
  ],
  refuses: [
    [['credentialSubject'], undefined, 'subject-invalid /credentialSubject'],
    [['credentialSubject'], 'Inès', 'subject-invalid /credentialSubject'],
    [['credentialSubject'], [], 'subject-invalid /credentialSubject'],
    [['credentialSubject'], {}, 'subject-invalid /credentialSubject'],
    [['credentialSubject'], [{ id: 'urn:x:1' }, {}], 'subject-invalid /credentialSubject/1'],
    [['credentialSubject'], { id: 'Inès' }, 'id-invalid /credentialSubject/id'],
    [['credentialSubject'], { id: null }, 'id-invalid /credentialSubject/id'],
  ],
}
const members: Examples[string] = {
  accepts: [
    [['verifiableCredential'], undefined],
    [['verifiableCredential'], old],
  ],
  refuses: [
    [['verifiableCredential'], ['eyJ0eXAi.e30.c2ln'], 'members-invalid /verifiableCredential/0'],
    [['verifiableCredential'], [old, null], 'members-invalid /verifiableCredential/1'],
  ],
}

const CREDENTIAL: Examples = {
  [`@context is a list that starts with ${CREDENTIALS_V2}; its items are URLs or objects without a base`]:
    contexts(CREDENTIALS_V2),
  'nothing is tucked away from readers of the JSON with JSON-LD keywords': keywords,
  'id is one URL': ids,
  'type names VerifiableCredential': types('VerifiableCredential'),
  'name and description are texts, with a language and a direction at most': {
    accepts: [
      [['name'], 'Équipe'],
      [['name'], { '@value': 'Équipe', '@language': 'fr', '@direction': 'ltr' }],
      [
        ['description'],
        [
          { '@value': 'Équipe', '@language': 'fr' },
          { '@value': 'Team', '@language': 'en' },
        ],
      ],
      [['issuer', 'name'], { '@value': 'Nous' }],
    ],
    refuses: [
      [['name'], 5, 'language-value-invalid /name'],
      [['name'], [], 'language-value-invalid /name'],
      [['name'], { fr: 'Équipe' }, 'language-value-invalid /name'],
      [['name'], { '@value': 'a', '@type': 'b' }, 'language-value-invalid /name'],
      [['name'], { '@value': 'a', '@direction': 'up' }, 'language-value-invalid /name'],
      [['description'], { '@value': 5 }, 'language-value-invalid /description'],
      [['issuer', 'name'], null, 'language-value-invalid /issuer/name'],
      [['issuer', 'description'], [['a']], 'language-value-invalid /issuer/description'],
    ],
  },
  'issuer is a URL or an object with a URL id': named('issuer', 'issuer-invalid', false),
  'credentialSubject makes at least one claim about each subject': subjects,
  'validFrom and validUntil are instants with a time zone, in this order': {
    accepts: [
      [['validFrom'], undefined],
      [['validFrom'], '2026-06-30T02:00:00.5+02:00'],
      [['validUntil'], '2026-06-30T00:00:00Z'],
    ],
    refuses: [
      [['validFrom'], '2026-06-30', 'date-invalid /validFrom'],
      [['validFrom'], null, 'date-invalid /validFrom'],
      [['validFrom'], ['2026-06-30T00:00:00Z'], 'date-invalid /validFrom'],
      [['validUntil'], '2027-06-31T00:00:00Z', 'date-invalid /validUntil'],
      [['validUntil'], '2026-06-29T23:59:59Z', 'validity-reversed /validUntil'],
    ],
  },
  'credentialStatus says its type': typed('credentialStatus', 'status-entry-invalid'),
  'a BitstringStatusListEntry has a purpose, a list URL and a whole number as index': {
    accepts: [
      [['credentialStatus'], entry],
      [['credentialStatus'], [entry, { ...entry, statusPurpose: 'suspension', statusListIndex: '0' }]],
      [['credentialStatus'], { id: 'urn:x:1', type: 'StatusList2021Entry' }],
    ],
    refuses: [
      [['credentialStatus'], { ...entry, statusListIndex: '6xyz' }, 'status-entry-invalid /credentialStatus'],
      [['credentialStatus'], { ...entry, statusListIndex: 5 }, 'status-entry-invalid /credentialStatus'],
      [['credentialStatus'], { ...entry, statusListIndex: '-1' }, 'status-entry-invalid /credentialStatus'],
      [['credentialStatus'], [{ ...entry, statusPurpose: '' }], 'status-entry-invalid /credentialStatus/0'],
      [
        ['credentialStatus'],
        { ...entry, statusListCredential: 'x' },
        'status-entry-invalid /credentialStatus',
      ],
    ],
  },
  'credentialSchema says its type and has a URL id': needsId('credentialSchema'),
  'relatedResource names each resource once, with a digest, and ours are the published ones': {
    accepts: [
      [['relatedResource'], { id: CREDENTIALS_V2, digestSRI: publishedSri }],
      [
        ['relatedResource'],
        [{ id: CREDENTIALS_V2, digestSRI: publishedSri, mediaType: 'application/ld+json' }],
      ],
      [['relatedResource'], { id: 'https://a.example/', digestMultibase: `u${'x'.repeat(43)}` }],
    ],
    refuses: [
      [['relatedResource'], CREDENTIALS_V2, 'related-resource-invalid /relatedResource'],
      [['relatedResource'], { digestSRI: publishedSri }, 'related-resource-invalid /relatedResource'],
      [['relatedResource'], { id: CREDENTIALS_V2 }, 'related-resource-invalid /relatedResource'],
      [
        ['relatedResource'],
        { id: 'https://a.example/', digestSRI: 'md5-5d41402abc4b2a76b9719d911017c592' },
        'related-resource-invalid /relatedResource',
      ],
      [
        ['relatedResource'],
        { id: 'https://a.example/', digestMultibase: 'WZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ' },
        'related-resource-invalid /relatedResource',
      ],
      [
        ['relatedResource'],
        [{ id: CREDENTIALS_V2, digestSRI: publishedSri.replace('WZV', 'AAA') }],
        'related-resource-invalid /relatedResource/0',
      ],
    ],
  },
  'refreshService says its type': typed('refreshService'),
  'termsOfUse says its type': typed('termsOfUse'),
  'evidence says its type': typed('evidence'),
}

const PRESENTATION: Examples = {
  ...Object.fromEntries(
    Object.entries(CREDENTIAL).filter(([title]) => /^(@context|nothing|id )/.test(title)),
  ),
  'type names VerifiablePresentation': types('VerifiablePresentation'),
  'holder, where there is one, is a URL or an object with a URL id': named('holder', 'holder-invalid', true),
  'each verifiableCredential is an object': members,
  'an enveloped credential is a data: URL with a context': {
    accepts: [[['verifiableCredential'], [enveloped]]],
    refuses: [
      [
        ['verifiableCredential'],
        [{ ...enveloped, id: 'https://a.example/1' }],
        'enveloped-invalid /verifiableCredential/0/id',
      ],
      [
        ['verifiableCredential'],
        [{ ...enveloped, '@context': [] }],
        'enveloped-invalid /verifiableCredential/0/@context',
      ],
    ],
  },
  'termsOfUse says its type': typed('termsOfUse'),
}

const CREDENTIAL_1_1: Examples = {
  [`@context is a list that starts with ${v1}; its items are URLs or objects without a base`]: contexts(v1),
  'nothing is tucked away from readers of the JSON with JSON-LD keywords': keywords,
  'id is one URL': ids,
  'type names VerifiableCredential': types('VerifiableCredential'),
  'credentialSubject makes at least one claim about each subject': subjects,
  'issuer is a URL or an object with a URL id': named('issuer', 'issuer-invalid', false),
  'issuanceDate says from when on the credential is valid': {
    accepts: [[['issuanceDate'], '2020-03-16T22:37:26.544Z']],
    refuses: [[['issuanceDate'], undefined, 'date-invalid /issuanceDate']],
  },
  'dates are instants; without a time zone nobody could say when they are': {
    accepts: [
      [['expirationDate'], '2027-01-01T00:00:00Z'],
      [['validUntil'], '2027-01-01T00:00:00Z'],
    ],
    refuses: [
      [['issuanceDate'], '2026-06-30', 'date-invalid /issuanceDate'],
      [['expirationDate'], null, 'date-invalid /expirationDate'],
      [['validFrom'], 5, 'date-invalid /validFrom'],
      [['validUntil'], '2027-01-01T00:00:00', 'date-invalid /validUntil'],
    ],
  },
  'expirationDate does not come before issuanceDate': {
    accepts: [[['expirationDate'], '2026-06-30T00:00:00Z']],
    refuses: [[['expirationDate'], '2026-06-29T00:00:00Z', 'validity-reversed /expirationDate']],
  },
  'credentialStatus says its type and has a URL id': needsId('credentialStatus', 'status-entry-invalid'),
  'credentialSchema says its type and has a URL id': needsId('credentialSchema'),
  'refreshService says its type and has a URL id': needsId('refreshService'),
  'termsOfUse says its type': typed('termsOfUse'),
  'evidence says its type': typed('evidence'),
}

const PRESENTATION_1_1: Examples = {
  ...Object.fromEntries(
    Object.entries(CREDENTIAL_1_1).filter(([title]) => /^(@context|nothing|id )/.test(title)),
  ),
  'type names VerifiablePresentation': types('VerifiablePresentation'),
  'holder, where there is one, is a URL or an object with a URL id': named('holder', 'holder-invalid', true),
  'each verifiableCredential is an object': members,
}

const TABLES: [name: string, rules: readonly Rule[], examples: Examples, sound: JsonObject][] = [
  ['a credential', CREDENTIAL_RULES, CREDENTIAL, competence(did)],
  ['a presentation', PRESENTATION_RULES, PRESENTATION, presentation],
  ['a credential of data model 1.1', CREDENTIAL_1_1_RULES, CREDENTIAL_1_1, old],
  [
    'a presentation of data model 1.1',
    PRESENTATION_1_1_RULES,
    PRESENTATION_1_1,
    { ...presentation, '@context': [v1] },
  ],
]

describe.each(TABLES)('the rules for %s', (_name, rules, examples, sound) => {
  test('each have examples of both sides here, and name the section they come from', () => {
    expect(Object.keys(examples).sort()).toEqual(rules.map(({ title }) => title).sort())
    for (const rule of rules) expect(rule.section).toMatch(/^(VCDM|VC Data|Bitstring).* \d.*\d+\.\d+ \w/)
  })

  test.each(rules.map((rule) => ({ title: rule.title, rule })))('$title', ({ title, rule }) => {
    const { accepts, refuses } = examples[title] ?? { accepts: [], refuses: [] }
    expect(rule.find(sound)).toBeUndefined()
    for (const [path, value] of accepts) {
      expect([path, value, rule.find(changed(sound, path, value))]).toEqual([path, value, undefined])
    }
    for (const [path, value, finding] of refuses) {
      const { code, pointer } = rule.find(changed(sound, path, value)) ?? { code: 'ok', pointer: '' }
      expect([path, value, `${code} ${pointer}`]).toEqual([path, value, finding])
      expect(describeCheck({ code })).toMatch(/^\S.*\.$/)
    }
  })
})
