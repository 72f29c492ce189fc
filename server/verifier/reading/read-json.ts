import type { JsonObject } from '../../vc/index.ts'
import { isDeeperThan } from './json-depth.ts'
import { MAX_DEPTH } from './limits.ts'
import { carried, inside, problem, type Reading, type ReadingContext } from './reading.ts'
import { readToken } from './read-token.ts'

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

const names = (value: JsonObject, name: string): boolean =>
  [...listOf(value['type']), ...listOf(value['@type'])].includes(name)

/** JSON of any kind. Depth is looked at before it is parsed. */
export async function readJson(text: string, context: ReadingContext): Promise<Reading> {
  if (isDeeperThan(text, MAX_DEPTH)) return problem('too-deep')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return problem(context.carrier === 'qr' ? 'qr-other' : 'damaged')
  }
  return readValue(value, context)
}

function readValue(value: unknown, context: ReadingContext): Promise<Reading> | Reading {
  // a token or an address between quotation marks, or a whole document written as one JSON string
  if (typeof value === 'string') return context.readOn(value, inside(context))
  if (Array.isArray(value)) return first(value, context)
  return isObject(value) ? readObject(value, context) : problem('not-a-credential')
}

/** Members of a list or of a presentation that are looked at. */
const MOST_LISTED = 200

/** Several things in a list: the first that can be verified, and how many more there are. */
async function first(values: readonly unknown[], context: ReadingContext): Promise<Reading> {
  const readings: Reading[] = []
  for (const value of values.slice(0, MOST_LISTED)) readings.push(await readValue(value, context))
  const found = readings.filter((reading) => reading.kind !== 'problem')
  const [chosen] = found
  if (chosen === undefined) return readings[0] ?? problem('not-a-credential')
  return { ...chosen, others: chosen.others + found.length - 1 }
}

function readObject(value: JsonObject, context: ReadingContext): Promise<Reading> | Reading {
  if (names(value, 'VerifiablePresentation')) return readPresentation(value, context)
  if (names(value, 'EnvelopedVerifiableCredential')) return readEnveloped(value, context)
  if (isJadesSealed(value) || isEuropass(value)) return problem('europass')
  if (isOpenBadge2(value))
    return { kind: 'open-badge-2', assertion: value, signed: false, ...carried(context) }
  if (isBadgeClass(value)) return problem('badge-class')
  if (names(value, 'VerifiableCredential') || value['credentialSubject'] !== undefined)
    return { kind: 'credential', document: value, ...carried(context) }
  // how programs pass credentials on: VC-API, and several wallets
  const wrapped = value['verifiableCredential'] ?? value['credential'] ?? value['vc']
  return wrapped === undefined ? problem('not-a-credential') : readValue(wrapped, context)
}

/** Presentations in presentations: each may be signed, and each signature is work. */
const MOST_PRESENTATIONS = 3

/** What a wallet shows: the credentials in it are what an employer asks about. */
async function readPresentation(presentation: JsonObject, context: ReadingContext): Promise<Reading> {
  const members = listOf(presentation['verifiableCredential'])
  if (members.length === 0) return problem('not-a-credential')
  const found = await first(members, context)
  if (found.kind === 'problem') return found
  const presentations = [presentation, ...(found.presentations ?? [])]
  return presentations.length > MOST_PRESENTATIONS ? problem('too-deep') : { ...found, presentations }
}

/** A secured credential as a `data:` address (VCDM 2.0, 4.13.1). */
function readEnveloped({ id }: JsonObject, context: ReadingContext): Reading {
  const [, token] = (typeof id === 'string' ? /^data:[^,]{1,200},(.+)$/.exec(id) : null) ?? []
  return (token === undefined ? undefined : readToken(token, context)) ?? problem('not-a-credential')
}

/** JAdES as the European Learning Model's issuers write it: the signed text beside its signatures. */
const isJadesSealed = ({ payload, signatures, protected: header, signature }: JsonObject): boolean =>
  typeof payload === 'string' &&
  (Array.isArray(signatures) || (typeof header === 'string' && typeof signature === 'string'))

const isEuropass = (value: JsonObject): boolean =>
  names(value, 'EuropeanDigitalCredential') && value['proof'] === undefined

const isOpenBadgesContext = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^https?:\/\/(w3id\.org\/openbadges\/v[12]|openbadges?(spec)?\.org)/.test(value)

/** Open Badges 2.0, Assertion; 1.x had no types. */
function isOpenBadge2(value: JsonObject): boolean {
  const isAssertion = names(value, 'Assertion') || names(value, 'ob:Assertion')
  if (isAssertion && (value['badge'] !== undefined || value['recipient'] !== undefined)) return true
  return (
    value['recipient'] !== undefined &&
    value['badge'] !== undefined &&
    value['credentialSubject'] === undefined
  )
}

const isBadgeClass = (value: JsonObject): boolean =>
  names(value, 'BadgeClass') ||
  names(value, 'Achievement') ||
  (listOf(value['@context']).some(isOpenBadgesContext) && value['criteria'] !== undefined)
