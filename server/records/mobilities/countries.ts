import { ALPHA2_BY_ALPHA3 } from '../../kernel/country-codes.ts'
import { plainWords } from './plain-words.ts'

/** Languages in which a country's name is understood: ours, then those of the hosts who fill the lists in. */
const NAME_LANGUAGES = [
  'fr',
  'en',
  'de',
  'es',
  'pt',
  'it',
  'nl',
  'pl',
  'ro',
  'el',
  'cs',
  'sv',
  'fi',
  'da',
  'hu',
]

/** What people write that no register of countries lists. */
const EVERYDAY_NAMES: Readonly<Record<string, string>> = {
  angleterre: 'GB',
  england: 'GB',
  ecosse: 'GB',
  scotland: 'GB',
  'pays de galles': 'GB',
  wales: 'GB',
  'irlande du nord': 'GB',
  'northern ireland': 'GB',
  'grande bretagne': 'GB',
  'great britain': 'GB',
  'royaume uni': 'GB',
  'royaume uni de grande bretagne et d irlande du nord': 'GB',
  uk: 'GB',
  'u k': 'GB',
  usa: 'US',
  'u s a': 'US',
  'etats unis': 'US',
  'etats unis d amerique': 'US',
  'united states of america': 'US',
  hollande: 'NL',
  holland: 'NL',
  eire: 'IE',
  'republique d irlande': 'IE',
  'republique tcheque': 'CZ',
  'czech republic': 'CZ',
  quebec: 'CA',
  birmanie: 'MM',
  macedoine: 'MK',
  'macedoine du nord': 'MK',
  bielorussie: 'BY',
  turquie: 'TR',
  turkey: 'TR',
  'republique de moldavie': 'MD',
  'coree du sud': 'KR',
  'republique democratique du congo': 'CD',
  rdc: 'CD',
  'congo brazzaville': 'CG',
  'cap vert': 'CV',
  'cote d ivoire': 'CI',
  palestine: 'PS',
  vatican: 'VA',
  reunion: 'RE',
  'ile de la reunion': 'RE',
}

const NAMES = countryNames()

function countryNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>(Object.entries(EVERYDAY_NAMES))
  for (const language of NAME_LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const alpha2 of ALPHA2_BY_ALPHA3.values()) {
      const name = display.of(alpha2)
      // the first language to claim a word keeps it
      if (name !== undefined && !names.has(plainWords(name))) names.set(plainWords(name), alpha2)
    }
  }
  return names
}

const CODES = new Set(ALPHA2_BY_ALPHA3.values())
const ARTICLES = /^(l|la|le|les|the|die|der|el|los|los) /

/**
 * The country somebody wrote, as an ISO 3166-1 alpha-2 code: « Allemagne », « GERMANY », « L’Allemagne »,
 * « Deutschland », `DE`, `DEU`, « Allemagne (DE) », « DE - Allemagne ». Undefined when it is no country we know.
 */
export function recogniseCountry(text: string): string | undefined {
  const whole = recogniseOne(text)
  if (whole !== undefined) return whole
  // « Allemagne (DE) », « DE - Allemagne »: every part that means something must mean the same country
  const parts = new Set(
    text
      .split(/[()[\]/,;:]|\s[-–—]\s/)
      .filter((part) => part.trim() !== '')
      .map(recogniseOne),
  )
  const [only] = parts
  return parts.size === 1 ? only : undefined
}

function recogniseOne(text: string): string | undefined {
  const words = plainWords(text)
  const code = words.toUpperCase()
  if (CODES.has(code)) return code
  return ALPHA2_BY_ALPHA3.get(code) ?? NAMES.get(words) ?? NAMES.get(words.replace(ARTICLES, ''))
}
