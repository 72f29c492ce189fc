import { recogniseCompetence } from '../../issuer/achievements/index.ts'
import type { Voice } from '../assessments/index.ts'
import { plainWords } from '../mobilities/index.ts'
import { FIELD_NAMES, FIELD_TITLES, IGNORED_TITLES, type FieldName } from './fields.ts'
import { readMeaning } from './meaning-code.ts'
import { columnLetter, type Table } from './table.ts'
import { looksLikeLevels } from './unknown-columns.ts'

/** What a column says. */
export type ColumnMeaning =
  | { readonly kind: 'field'; readonly field: FieldName }
  | { readonly kind: 'level'; readonly competence: string; readonly voice: Voice }
  /** A column lists often have and that we have no use for. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unknown' }

export interface Column {
  /** Place in the row, from 0. */
  readonly index: number
  readonly letter: string
  readonly header: string
  readonly meaning: ColumnMeaning
}

const SMALL_WORDS = new Set([
  'de',
  'du',
  'des',
  'd',
  'le',
  'la',
  'les',
  'l',
  'un',
  'une',
  'et',
  'the',
  'of',
  'a',
  'an',
  's',
])

/** The words of a title that count. A title made of small words only (« du ») keeps them. */
export function titleWords(title: string): string {
  const words = plainWords(title).split(' ')
  const counting = words.filter((word) => !SMALL_WORDS.has(word))
  return (counting.length > 0 ? counting : words).join(' ')
}

const FIELD_BY_TITLE: ReadonlyMap<string, FieldName> = new Map(
  FIELD_NAMES.flatMap((field) =>
    FIELD_TITLES[field].split(' / ').map((title) => [titleWords(title), field] as const),
  ),
)

const IGNORED = new Set(IGNORED_TITLES.split(' / ').map(titleWords))

/** Words that say whose voice a column of levels carries, as people write them after the competence. */
const VOICE_WORDS: readonly (readonly [Voice, RegExp])[] = [
  [
    'declared',
    /\b(declaree?s?|declared|auto ?(evaluation|positionnement)|self ?(assess(ed|ment))?|jeune|learner)$/,
  ],
  ['confirmed', /\b(confirmee?s?|confirmed|tuteur|tutrice|tutor|hote|host|accueil)$/],
  ['attested', /\b(attestee?s?|attested|valide(e|es|s)?|formateur|formatrice|trainer)$/],
]

/** What the title of one column means. */
export function recogniseColumn(header: string): ColumnMeaning {
  const field = recogniseField(header)
  if (field !== undefined) return { kind: 'field', field }
  const level = recogniseLevelColumn(header)
  if (level !== undefined) return { kind: 'level', ...level }
  return IGNORED.has(titleWords(header)) || plainWords(header) === ''
    ? { kind: 'ignored' }
    : { kind: 'unknown' }
}

function recogniseField(header: string): FieldName | undefined {
  const whole = FIELD_BY_TITLE.get(titleWords(header))
  // « Date de naissance (JJ/MM/AAAA) », « Nom * »
  return whole ?? FIELD_BY_TITLE.get(titleWords(header.replace(/\(.*?\)|\[.*?\]/gs, ' ')))
}

function recogniseLevelColumn(header: string): { competence: string; voice: Voice } | undefined {
  // a competence may have « accueil » or « hôte » in its own label: the whole title comes first
  const whole = recogniseCompetence(header)
  if (whole !== undefined) return { competence: whole.code, voice: 'attested' }
  for (const [voice, pattern] of VOICE_WORDS) {
    const words = plainWords(header)
    if (!pattern.test(words)) continue
    const name = header.replace(/\s*[([\-–—:,/|][^([\-–—:,/|]*[)\]]?\s*$/u, '')
    const competence = recogniseCompetence(name) ?? recogniseCompetence(words.replace(pattern, '').trim())
    if (competence !== undefined) return { competence: competence.code, voice }
  }
  return undefined
}

/**
 * What each column of a table means. Three titles need the rest of the table: « Organisation » is a competence when
 * it holds levels and the structure otherwise; a lone « Lieu » or « Nom » is understood from the columns beside it. What
 * somebody said of a column (`Table.meanings`) stands above all.
 */
export function recogniseColumns(table: Pick<Table, 'header' | 'rows' | 'meanings'>): Column[] {
  return understoodColumns(table).map((column) => {
    const told = readMeaning(table.meanings?.[column.index] ?? '')
    return told === undefined ? column : { ...column, meaning: told }
  })
}

function understoodColumns({ header, rows }: Pick<Table, 'header' | 'rows'>): Column[] {
  const columns = header.map((title, index): Column => {
    const cells = rows.map((row) => row.cells[index] ?? '')
    return { index, letter: columnLetter(index), header: title, meaning: settleByCells(title, cells) }
  })
  const has = (field: FieldName): boolean =>
    columns.some(({ meaning }) => meaning.kind === 'field' && meaning.field === field)
  const placeMeans: FieldName = has('hostTown') || has('sessionTitle') ? 'sessionPlace' : 'hostTown'
  // « Nom » alone, without any first name beside it, holds the whole name
  const nameMeans: FieldName = has('givenName') || has('fullName') ? 'familyName' : 'fullName'
  return columns.map((column) => {
    if (['lieu', 'place', 'location'].includes(titleWords(column.header)))
      return { ...column, meaning: { kind: 'field', field: placeMeans } }
    return column.meaning.kind === 'field' && column.meaning.field === 'familyName'
      ? { ...column, meaning: { kind: 'field', field: nameMeans } }
      : column
  })
}

/** The meaning of a title that names both a field and a competence, from what its cells hold. */
function settleByCells(title: string, cells: readonly string[]): ColumnMeaning {
  const meaning = recogniseColumn(title)
  const level = meaning.kind === 'field' ? recogniseLevelColumn(title) : undefined
  return level !== undefined && looksLikeLevels(cells) ? { kind: 'level', ...level } : meaning
}

/** Whether a row of titles names people: that is how the header is told from a title written above it. */
export function namesPeople(header: readonly string[]): boolean {
  return header.some((title) => {
    const field = recogniseField(title)
    return field === 'familyName' || field === 'givenName' || field === 'fullName'
  })
}
