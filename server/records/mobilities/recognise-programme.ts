import type { Locale } from '../../kernel/locale.ts'
import { plainWords } from './plain-words.ts'
import { PROGRAMMES, type MobilityKind, type Programme } from './programmes.ts'

const BY_WORDS: ReadonlyMap<string, Programme> = new Map(
  PROGRAMMES.flatMap((known) =>
    [known.code, known.label.fr, known.label.en, ...known.alsoWritten].map(
      (written) => [programmeWords(written), known] as const,
    ),
  ),
)

/** « Erasmus + », « ERASMUS+ » and « Erasmus Plus » are one word to us. */
function programmeWords(text: string): string {
  return plainWords(text)
    .replace(/\berasmus( ?\+| plus)?/g, 'erasmus')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Ordinary words, which name a programme only when nothing else is written (as do names of three letters). */
const ONLY_WHEN_ALONE = new Set(['stage', 'internship', 'chantier', 'mobilite', 'autre', 'other'])

/**
 * The programme somebody wrote: its code, its label in any language we ship, or a usual name; failing that, the
 * longest usual name found inside (« Erasmus+ Jeunesse 2026 », « stage PFMP en Allemagne »). Undefined otherwise.
 */
export function recogniseProgramme(text: string): Programme | undefined {
  const words = programmeWords(text)
  const exact = BY_WORDS.get(words)
  if (exact !== undefined) return exact
  const inside = [...BY_WORDS.keys()]
    .filter((name) => name.length >= 4 && !ONLY_WHEN_ALONE.has(name) && ` ${words} `.includes(` ${name} `))
    .sort((left, right) => right.length - left.length)[0]
  return inside === undefined ? undefined : BY_WORDS.get(inside)
}

const BY_CODE: ReadonlyMap<string, Programme> = new Map(PROGRAMMES.map((known) => [known.code, known]))

/** The programme's name as printed; a programme we do not know is printed as it was written. */
export function programmeLabel(code: string, locale: Locale): string {
  return BY_CODE.get(code)?.label[locale] ?? code
}

/** What kind of stay the programme makes; an unknown programme is simply an activity beside the curriculum. */
export function programmeKind(code: string): MobilityKind {
  return BY_CODE.get(code)?.kind ?? 'CoCurricular'
}
