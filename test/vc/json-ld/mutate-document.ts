import { isJsonObject } from '../../../server/vc/index.ts'
import type { JsonObject, JsonValue } from '../../../server/vc/index.ts'

/** A whole number from 0 up to `below`. */
export type Dice = (below: number) => number

/** Numbers that look random and are the same each time (mulberry32). */
export function createDice(seed: number): Dice {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const pick = <T>(dice: Dice, items: readonly [T, ...T[]]): T => items[dice(items.length)] ?? items[0]

const TEXTS = [
  'x',
  '',
  ' ',
  'a "quoted" \\ text \\u0041',
  'line\nbreak\r\ttab\b\f',
  'ünïcödé',
  '😀 beyond the basic plane 𝒳',
  '\ud800 half',
  'half \udfff',
  '\u0000\u0001\u001f\u007f\u0080\u2028',
  'e\u0301 and \u00e9',
  '2026-06-30T00:00:00Z',
  '2026-13-45',
  '12',
  '1.50',
  'true',
  '@id',
  '@type',
  '@foo',
  '@',
  '_:b0',
  '_:c14n0',
  'urn:x:1',
  'urn:x:é',
  'https://ex.org/ok',
  'https://ex.org/a b',
  'https://ex.org/<a>',
  'https://ex.org/\ud800',
  'mailto:a@b.example',
  'xsd:string',
  'ext:ESCO',
  'cred:issuer',
  'name:suffix',
  'relative/path',
  '//no.scheme',
  '#fragment',
  'a,b:c',
  ':',
  'assertionMethod',
  'Competency',
] as const satisfies readonly [string, ...string[]]

const VALUES = [
  0,
  -0,
  5,
  -3,
  1.5,
  1e21,
  1e-7,
  9007199254740993,
  true,
  false,
  null,
  [],
  {},
  [[]],
  [['nested']],
  [['a'], 'b'],
  ['a', 'b'],
  ['a', 'a'],
  ['5', 5, 5],
  [true, 'true'],
  [null],
  ['a', null],
  { '@value': 'v' },
  { '@value': 'v', '@language': 'de' },
  [{ '@value': 'v', '@language': 'DE-at' }, { '@value': 'v', '@language': 'de-AT' }, 'v'],
  ['v', { '@value': 'v' }],
  { '@value': 'v', '@language': 'not a language' },
  { '@value': 'שלום', '@language': 'he', '@direction': 'rtl' },
  { '@value': 'v', '@type': 'https://ex.org/type' },
  { '@value': 5 },
  { '@value': null },
  { '@value': 'v', '@index': 'i' },
  { '@value': 'v', name: 'n' },
  { '@list': ['a', 'b'] },
  { '@set': ['a', 'b'] },
  { '@graph': [{ id: 'urn:x:g', name: 'g' }] },
  { '@id': 'urn:x:at' },
  { '@type': 'Image', id: 'urn:x:i' },
  { fr: 'bonjour', en: ['hello', 'hi'] },
  { id: 'urn:x:n' },
  { id: 'https://ex.org/n', name: 'n' },
  { id: '_:b1', name: 'blank' },
  { id: 5 },
  { id: 'relative' },
  { id: 'ext:compact' },
  { name: 'a blank node' },
  { type: [] },
  { type: 'Unknown' },
  { type: ['Profile', 'Profile'], name: 'twice' },
  { type: 'https://ex.org/T', name: 'n' },
  { type: 'Image', id: 'https://ex.org/i', caption: 'c' },
  [{ name: 'p' }, { name: 'p' }],
  [{ name: 'p' }, { name: 'q' }],
  [{ name: 'p', tag: ['x', 'y'] }, { id: 'urn:x:n' }, 'urn:x:m'],
  [
    { narrative: 'p', image: { name: 'x' } },
    { narrative: 'p', image: { name: 'x' } },
  ],
  { '@context': 'https://www.w3.org/ns/credentials/v2', name: 'own context' },
  { '@context': null, 'https://ex.org/p': 'no context' },
  { '@context': { name: 'https://ex.org/other' }, name: 'inline context' },
  { '@context': { word: 'https://ex.org/word' }, word: 'inline context' },
] as const satisfies readonly [unknown, ...unknown[]]

const NAMES = [
  'name',
  'description',
  'id',
  'type',
  'image',
  'url',
  'tag',
  'result',
  'results',
  'evidence',
  'foo',
  'achievementType',
  'achievement',
  'allowedValue',
  'validFrom',
  'validUntil',
  'statusListIndex',
  'statusMessage',
  'version',
  'creator',
  'criteria',
  'hashed',
  'identifier',
  'proof',
  'termsOfUse',
  'narrative',
  'issuer',
  'credentialSubject',
  'credentialStatus',
  'credentialSchema',
  'verifiableCredential',
  'alignment',
  'related',
  'relatedResource',
  'digestSRI',
  'creditsEarned',
  'source',
  'parentOrg',
  'refreshService',
  'rubricCriterionLevel',
  'proofPurpose',
  'previousProof',
  'domain',
  'expires',
  'holder',
  'endorsement',
  'https://ex.org/p',
  'https://schema.org/name',
  'https://www.w3.org/2018/credentials#validUntil',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
  'cred:validUntil',
  'xsd:p',
  '_:p',
  '@id',
  '@type',
  '@value',
  '@graph',
  '@included',
  '@reverse',
  '@nest',
  '@language',
  '@foo',
  '@context',
  'toString',
  '__proto__',
  '',
] as const satisfies readonly [string, ...string[]]

const TYPES = [
  'Profile',
  'Image',
  'Achievement',
  'AchievementSubject',
  'AchievementCredential',
  'OpenBadgeCredential',
  'EndorsementCredential',
  'ClrCredential',
  'ClrSubject',
  'Result',
  'ResultDescription',
  'RubricCriterionLevel',
  'Alignment',
  'Address',
  'IdentityObject',
  'VerifiableCredential',
  'VerifiablePresentation',
  'BitstringStatusListEntry',
  'BitstringStatusListCredential',
  'DataIntegrityProof',
  'Evidence',
  'JsonSchema',
  'Unknown',
  'https://ex.org/T',
  'ext:T',
  '@json',
  'name',
  'proof',
  'A\nB',
] as const satisfies readonly [string, ...string[]]

const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
  'https://w3id.org/security/data-integrity/v2',
  'https://www.w3.org/ns/credentials/examples/v2',
  'https://www.w3.org/ns/credentials/undefined-terms/v2',
  'https://www.w3.org/2018/credentials/v1',
  'https://w3id.org/security/suites/ed25519-2020/v1',
  { '@vocab': 'https://ex.org/vocab#' },
  { '@base': 'https://ex.org/base/' },
  { '@language': 'fr' },
  { '@language': 'ar', '@direction': 'rtl' },
  { foo: 'https://ex.org/foo' },
  { until: 'https://www.w3.org/2018/credentials#validUntil' },
  { name: 'https://ex.org/redefined' },
  { '@version': 1.1, foo: { '@id': 'https://ex.org/foo', '@container': '@language' } },
  { foo: { '@id': 'https://ex.org/foo', '@type': '@json' } },
  { foo: { '@reverse': 'https://ex.org/foo' } },
  null,
  'https://ex.org/unknown',
] as const satisfies readonly [unknown, ...unknown[]]

/** Every object in a document. */
function nodesIn(value: JsonValue): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  return isJsonObject(value) ? [value, ...Object.values(value).flatMap(nodesIn)] : []
}

const copyOf = (value: unknown): JsonValue => JSON.parse(JSON.stringify(value)) as JsonValue

function anyValue(dice: Dice): JsonValue {
  return dice(2) === 0 ? anyText(dice) : copyOf(pick<unknown>(dice, VALUES))
}

/** Every other one is harmless, so that enough documents can still be read. */
const anyText = (dice: Dice): string =>
  dice(2) === 0 ? pick(dice, ['urn:x:1', 'https://ex.org/ok', 'ünïcödé', '5']) : pick(dice, TEXTS)

function anyContext(dice: Dice): JsonValue {
  const one = (): JsonValue => copyOf(pick<unknown>(dice, CONTEXTS))
  return dice(4) === 0 ? one() : Array.from({ length: 1 + dice(3) }, one)
}

/** Changes that people, software and forgers make. */
const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  // a member goes
  (node, dice) => remove(node, nameIn(node, dice)),
  // a value becomes another
  (node, dice) => set(node, nameIn(node, dice), anyValue(dice)),
  (node, dice) => set(node, nameIn(node, dice), anyText(dice)),
  // a member comes
  (node, dice) => set(node, pick(dice, NAMES), anyValue(dice)),
  (node, dice) => set(node, pick(dice, NAMES), anyText(dice)),
  // it is of another type
  (node, dice) =>
    set(node, 'type', dice(2) === 0 ? pick(dice, TYPES) : [pick(dice, TYPES), pick(dice, TYPES)]),
  // something stands where it does not belong, or stands there twice
  (node, dice, other) => set(node, pick(dice, NAMES), other[nameIn(other, dice)] ?? null),
  (node, dice, other) => {
    const name = nameIn(other, dice)
    set(node, name, other[name] ?? null)
  },
  // two nodes are one; a node has no name
  (node, _dice, other) => set(node, 'id', other.id ?? 'urn:x:same'),
  (node) => remove(node, 'id'),
  // a single value in a list, a list in a list
  (node, dice) => {
    const name = nameIn(node, dice)
    set(node, name, [node[name] ?? null])
  },
  // a value twice
  (node, dice) => {
    const name = nameIn(node, dice)
    const value = node[name] ?? null
    set(node, name, [
      ...(Array.isArray(value) ? value : [value]),
      ...(Array.isArray(value) ? value : [value]),
    ])
  },
  // a context of its own
  (node, dice) => (dice(3) === 0 ? set(node, '@context', anyContext(dice)) : undefined),
  // a long chain
  (node, dice) => {
    let deep: JsonObject = { name: 'deep' }
    for (let level = dice(40); level > 0; level -= 1) deep = { parentOrg: deep }
    set(node, pick(dice, ['issuer', 'parentOrg', 'source']), deep)
  },
]

type Mutation = (node: JsonObject, dice: Dice, other: JsonObject) => void

const nameIn = (node: JsonObject, dice: Dice): string => {
  const names = Object.keys(node)
  return names[dice(Math.max(1, names.length))] ?? 'name'
}

function remove(node: JsonObject, name: string): void {
  Reflect.deleteProperty(node, name)
}

function set(node: JsonObject, name: string, value: JsonValue): void {
  // As JSON.parse does it: an own member, whatever its name.
  Object.defineProperty(node, name, {
    value: copyOf(value),
    enumerable: true,
    configurable: true,
    writable: true,
  })
}

/** The document with up to three changes. The first context mostly stays: without it hardly anything can be read. */
export function mutate(document: JsonObject, dice: Dice): JsonObject {
  const changed = copyOf(document) as JsonObject
  for (let count = dice(4); count > 0; count -= 1) {
    const nodes = nodesIn(changed)
    const node = nodes[dice(nodes.length)] ?? changed
    if (node['@context'] !== undefined && dice(3) > 0) continue
    pick(dice, MUTATIONS)(node, dice, nodes[dice(nodes.length)] ?? changed)
    if (JSON.stringify(changed).length > 60_000) break
  }
  return copyOf(changed) as JsonObject
}
