import { ALPHA2_BY_ALPHA3 } from '../../kernel/country-codes.ts'
import type { Language, Locale } from '../../kernel/locale.ts'
import type { StayKind } from '../../issuer/credentials/index.ts'
import type { JsonObject } from '../../vc/index.ts'

const AUTHORITY = 'http://publications.europa.eu/resource/authority'
const SNB = 'http://data.europa.eu/snb'

/** An entry of one of the European Union's lists, with the list it is in: what the profiles of credentials ask for. */
const concept = (id: string, scheme: string): JsonObject => ({
  id,
  type: 'Concept',
  inScheme: { id: scheme, type: 'ConceptScheme' },
})

const authority = (list: string, code: string): JsonObject =>
  concept(`${AUTHORITY}/${list}/${code}`, `${AUTHORITY}/${list}`)

/** A list of the Union's own numbers its entries, and calls itself 25831c2. */
const numbered = (list: string, entry: string): JsonObject =>
  concept(`${SNB}/${list}/${entry}`, `${SNB}/${list}/25831c2`)

const ALPHA3_BY_ALPHA2 = new Map([...ALPHA2_BY_ALPHA3].map(([alpha3, alpha2]) => [alpha2, alpha3]))

/** The Union's list writes countries as ISO 3166-1 alpha-3 does, except the one that ISO does not list. */
export const country = (alpha2: string): JsonObject =>
  authority('country', alpha2 === 'XK' ? '1A0' : (ALPHA3_BY_ALPHA2.get(alpha2.toUpperCase()) ?? alpha2))

/** ISO 639-3, in capitals. */
const LANGUAGE_CODES: Readonly<Record<Language, string>> = {
  fr: 'FRA',
  en: 'ENG',
  de: 'DEU',
  es: 'SPA',
  it: 'ITA',
  pt: 'POR',
  pl: 'POL',
}

export const language = (locale: Locale): JsonObject => authority('language', LANGUAGE_CODES[locale])

/** A credential of no narrower kind: neither a diploma nor a micro-credential. */
export const GENERIC_CREDENTIAL = numbered('credential', 'e34929035b')
export const PNG_FILE = authority('file-type', 'PNG')
export const BASE64 = numbered('encoding', '6146cde7dd')

/** What the Union calls the kinds of stay we know: an internship, volunteering, an educational programme. */
const ACTIVITIES: Readonly<Record<StayKind, string>> = {
  Fieldwork: 'bf5588ff84',
  CommunityService: '59eaf34fab',
  CoCurricular: 'fd33e234ae',
}
export const activityOf = (kind: StayKind): JsonObject => numbered('learning-activity', ACTIVITIES[kind])
export const WORKSHOP = numbered('learning-activity', 'efff75e10a')

export const escoSkill = (uri: string): JsonObject =>
  concept(uri, 'http://data.europa.eu/esco/concept-scheme/skills')
