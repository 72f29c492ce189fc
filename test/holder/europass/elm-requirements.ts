import type { JsonObject, JsonValue } from '../../../server/vc/index.ts'

/** What a node of a type must have: property → how many at most (at least one each), and of which type where it is a node. */
type Needs = Readonly<Record<string, { readonly most?: 1; readonly type?: string; readonly texts?: true }>>

const texts = { texts: true } as const
const one = (type: string) => ({ most: 1, type }) as const
const some = (type: string) => ({ type }) as const

/**
 * The properties that the European Learning Model's profile of credentials (its SHACL shapes, version 3) asks for, of the types
 * that our file holds. A type that is not here is one that the file should not hold.
 */
const REQUIREMENTS: Readonly<Record<string, Needs>> = {
  EuropeanDigitalCredential: {
    credentialProfiles: some('Concept'),
    displayParameter: one('DisplayParameter'),
    issuer: one('Organisation'),
    credentialSubject: one('Person'),
    issued: { most: 1 },
    validFrom: { most: 1 },
    credentialSchema: some('ShaclValidator2017'),
  },
  DisplayParameter: {
    title: texts,
    language: some('Concept'),
    primaryLanguage: one('Concept'),
    individualDisplay: some('IndividualDisplay'),
  },
  IndividualDisplay: { language: one('Concept'), displayDetail: some('DisplayDetail') },
  DisplayDetail: { image: one('MediaObject'), page: { most: 1 } },
  MediaObject: { contentType: one('Concept'), contentEncoding: one('Concept'), content: { most: 1 } },
  Organisation: { legalName: texts, location: some('Location') },
  Location: { address: some('Address') },
  Address: { countryCode: one('Concept') },
  Person: { hasClaim: {} },
  LearningAchievement: { title: texts, awardedBy: one('AwardingProcess') },
  LearningActivity: { title: texts, awardedBy: one('AwardingProcess') },
  LearningAssessment: { title: texts, awardedBy: one('AwardingProcess'), grade: one('Note') },
  AwardingProcess: { awardingBody: some('Organisation') },
  LearningAchievementSpecification: { title: texts },
  LearningActivitySpecification: { title: texts },
  LearningOutcome: { title: texts },
  Note: { noteLiteral: texts },
  WebResource: { contentURL: { most: 1 } },
  Concept: { inScheme: one('ConceptScheme') },
  ConceptScheme: {},
  PeriodOfTime: {},
  ShaclValidator2017: {},
}

/** What a document lacks, or holds that the model does not know: one sentence each, none for a good one. */
export function elmProblems(document: JsonObject): string[] {
  return problemsOf(document, 'document')
}

function problemsOf(value: JsonValue | undefined, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => problemsOf(item, `${path}[${at}]`))
  if (typeof value !== 'object' || value === null) return []
  const below = Object.entries(value).flatMap(([key, inner]) => problemsOf(inner, `${path}.${key}`))
  const type = typeOf(value)
  // a map of languages
  if (type === undefined) return below
  const needs = REQUIREMENTS[type]
  if (needs === undefined) return [...below, `${path}: a ${type} is not known`]
  const missing = typeof value['id'] === 'string' ? [] : [`${path}: no id`]
  return [
    ...below,
    ...missing,
    ...Object.entries(needs).flatMap(([key, need]) => unmet(value, key, need, path)),
  ]
}

function unmet(node: JsonObject, key: string, need: Needs[string], path: string): string[] {
  const value = node[key]
  const values = value === undefined ? [] : Array.isArray(value) ? value : [value]
  const where = `${path}.${key}`
  if (values.length === 0) return [`${where}: missing`]
  if (need.most !== undefined && values.length > need.most) return [`${where}: ${values.length} of them`]
  if (need.texts === true) return hasText(value) ? [] : [`${where}: no text in any language`]
  return values.flatMap((one) =>
    need.type === undefined || (isNode(one) && typeOf(one) === need.type)
      ? []
      : [`${where}: no ${need.type}`],
  )
}

const isNode = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasText = (value: JsonValue | undefined): boolean =>
  value !== undefined &&
  isNode(value) &&
  Object.values(value).length > 0 &&
  Object.entries(value).every(
    ([language, text]) => /^[a-z]{2}$/.test(language) && typeof text === 'string' && text.trim() !== '',
  )

function typeOf(node: JsonObject): string | undefined {
  const type = node['type']
  const last = Array.isArray(type) ? type.at(-1) : type
  return typeof last === 'string' ? last : undefined
}
