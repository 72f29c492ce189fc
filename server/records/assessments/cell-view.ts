import type { FieldProblem } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/locale.ts'
import { levelLabel, NOT_YET, type Competence } from '../../issuer/achievements/index.ts'
import { formatDate, type MessageKey, type Translate } from '../../platform/i18n/index.ts'
import { levelOf, type AssessedLevel, type Assessment } from './assessment.ts'
import type { EarlierLevel } from './earlier-levels.ts'
import type { GridCell } from './read-grid.ts'
import type { Sheet } from './sheet.ts'

/** The words of whoever reads the page. */
export interface Words {
  readonly locale: Locale
  readonly t: Translate
}

export interface LevelModel {
  /** '' when nothing is said. */
  readonly code: string
  readonly words: string
  readonly max: number
  readonly notYet: boolean
}

export interface CellModel {
  readonly code: string
  readonly short: string
  readonly label: string
  /** How many levels there are. */
  readonly max: number
  /** `<enrolment>.attested:CODE` */
  readonly field: string
  readonly noteField: string
  readonly choices: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[]
  /** The trainer's level, as typed when the form comes back. */
  readonly attested: LevelModel | undefined
  readonly attestedBy: string | undefined
  readonly declared: LevelModel | undefined
  readonly confirmed: (LevelModel & { readonly by: string }) | undefined
  /** « au départ (12 janv. 2026) : avec de l’aide » */
  readonly earlier: string | undefined
  readonly asDeclared: boolean
  readonly different: boolean
  readonly note: string
  readonly problem: string | undefined
  readonly noteProblem: string | undefined
}

/** One cell for a page; `sheet` holds what its fields show (stored, or typed and refused). */
export function cellModel(
  cell: GridCell,
  sheet: Sheet,
  options: {
    readonly enrolmentId: string
    readonly problems: readonly FieldProblem[]
    readonly words: Words
    readonly earlier?: EarlierLevel | undefined
  },
): CellModel {
  const { enrolmentId, problems, words } = options
  const { competence, attested, declared, confirmed } = cell
  const { code } = competence
  const field = `${enrolmentId}.attested:${code}`
  const noteField = `${enrolmentId}.note:${code}`
  const value = sheet[`attested:${code}`] ?? ''
  const shown = levelModel(competence, value === '' ? undefined : levelOf(competence, value), words)
  const said = levelModel(competence, declared?.level, words)
  return {
    code,
    short: competence.short[words.locale],
    label: competence.label[words.locale],
    max: competence.levels.length,
    field,
    noteField,
    choices: levelChoices(competence, value, words),
    attested: shown,
    attestedBy: attested?.level === undefined ? undefined : attested.authorName,
    declared: said,
    confirmed: confirmedModel(competence, confirmed, words),
    earlier: earlierWords(competence, options.earlier, words),
    asDeclared: shown !== undefined && said?.code === shown.code,
    different: shown !== undefined && said !== undefined && said.code !== shown.code,
    note: sheet[`note:${code}`] ?? '',
    problem: problemSentence(problems, field, words, (text) => levelWords(competence, text, words)),
    noteProblem: problemSentence(problems, noteField, words),
  }
}

function earlierWords(
  competence: Competence,
  earlier: EarlierLevel | undefined,
  words: Words,
): string | undefined {
  return (
    earlier &&
    words.t(`grid.earlier-${earlier.kind}`, {
      date: formatDate(words.locale, earlier.on, 'month'),
      level: levelWords(competence, earlier.level, words),
    })
  )
}

/** A level in the reader's words; undefined when nothing is said. */
export function levelModel(
  competence: Competence,
  level: AssessedLevel | undefined,
  words: Words,
): LevelModel | undefined {
  if (level === undefined) return undefined
  return {
    code: level,
    words: levelWords(competence, level, words),
    max: competence.levels.length,
    notYet: level === NOT_YET,
  }
}

function confirmedModel(
  competence: Competence,
  confirmed: Assessment | undefined,
  words: Words,
): CellModel['confirmed'] {
  const model = levelModel(competence, confirmed?.level, words)
  if (model === undefined) return undefined
  const by = confirmed?.authorName ?? ''
  return { ...model, by: by === '' ? words.t('sessions.unnamedHost') : by }
}

/** Nothing, « pas encore », then the levels in words. */
export function levelChoices(competence: Competence, value: string, words: Words): CellModel['choices'] {
  const codes = ['', NOT_YET, ...competence.levels.map(({ code }) => code)]
  return codes.map((code) => ({
    value: code,
    label: levelChoice(competence, code, words),
    selected: code === value,
  }))
}

function levelChoice(competence: Competence, code: string, words: Words): string {
  const text = levelWords(competence, code, words)
  return code === '' || code === NOT_YET || text.startsWith(code) ? text : `${code} · ${text}`
}

export function levelWords(competence: Competence, text: string, { locale, t }: Words): string {
  const level = levelOf(competence, text)
  if (level === undefined) return '—'
  return level === NOT_YET ? t('sessions.notYet') : levelLabel(competence, level, locale)
}

/** The sentence beside a field, with both values when a colleague changed it meanwhile. */
export function problemSentence(
  problems: readonly FieldProblem[],
  field: string,
  words: Words,
  inWords: (text: string) => string = (text) => text,
): string | undefined {
  const { t } = words
  const problem = problems.find((one) => one.field === field)
  if (problem === undefined) return undefined
  const { current, typed, by, at } = problem.params ?? {}
  if (current !== undefined && typed !== undefined)
    return changedWords({ current: inWords(String(current)), typed: inWords(String(typed)), by, at }, words)
  return t(problem.message as MessageKey, problem.params)
}

/** « Entre-temps, Claire a enregistré « en autonomie » (à 14:02). Vous aviez choisi « avec initiative ». » */
export function changedWords(
  said: { readonly current: string; readonly typed: string; readonly by: unknown; readonly at: unknown },
  { locale, t }: Words,
): string {
  const { current, typed, by, at } = said
  if (typeof by !== 'string' || by === '' || typeof at !== 'string')
    return t('sessions.changedMeanwhile', { current, typed })
  return t('grid.changedBy', { current, typed, by, at: formatDate(locale, at, 'time') })
}
