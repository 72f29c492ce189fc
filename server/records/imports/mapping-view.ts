import { findCompetence, languageCompetences, offeredFrameworks } from '../../issuer/achievements/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import { VOICES } from '../assessments/index.ts'
import { columnField } from './column-choice.ts'
import { FIELD_NAMES } from './fields.ts'
import { meaningCode } from './meaning-code.ts'
import type { Column } from './recognise-columns.ts'
import type { Table } from './table.ts'

interface Reader {
  readonly t: Translate
  readonly locale: Locale
}

export interface Choice {
  readonly value: string
  readonly label: string
}
export interface ChoiceGroup {
  readonly label: string
  readonly choices: readonly Choice[]
}

/** Cells shown under a title, so that one knows what the column holds. */
const EXAMPLES = 2
const LONGEST_EXAMPLE = 40
/** Languages offered besides those the list names: the most usual ones of stays in Europe. */
const USUAL_LANGUAGES = ['EN', 'DE', 'ES', 'IT', 'PT', 'PL', 'NL', 'SV', 'EL', 'FR']

/** The mapping screen: each column of the list, what it holds, and what it may mean. */
export function mappingView(table: Table, columns: readonly Column[], { t, locale }: Reader) {
  return mappingRows(
    table,
    columns.map(({ meaning }) => meaningCode(meaning)),
    [...peopleGroups({ t, locale }), ...levelGroups(columns, { t, locale })],
    t,
    // telephone numbers, identifiers: we have no use for them, and show none
    (index) => columns[index]?.meaning.kind !== 'ignored' || table.meanings?.[index] !== undefined,
  )
}

/** The same screen for any kind of list. `codes` is what each column means now. */
export function mappingRows(
  table: Table,
  codes: readonly string[],
  groups: readonly ChoiceGroup[],
  t: Translate,
  mayShow: (index: number) => boolean = () => true,
) {
  return table.header.map((header, index) => {
    const code = codes[index] ?? 'ignored'
    const shown = mayShow(index) ? table.rows : []
    const cells = shown.map((row) => row.cells[index] ?? '').filter((cell) => cell !== '')
    return {
      field: columnField(index),
      header: header === '' ? t('imports.untitledColumn') : header,
      examples: [...new Set(cells)].slice(0, EXAMPLES).map((cell) => cell.slice(0, LONGEST_EXAMPLE)),
      left: code === 'ignored',
      none: { value: 'ignored', label: t('imports.meaningNone'), selected: code === 'ignored' },
      groups: groups.map(({ label, choices }) => ({
        label,
        choices: choices.map((choice) => ({ ...choice, selected: choice.value === code })),
      })),
    }
  })
}

function peopleGroups({ t }: Reader): ChoiceGroup[] {
  const choices = FIELD_NAMES.map((name) => ({ value: `field:${name}`, label: t(`imports.field-${name}`) }))
  return [{ label: t('imports.meaningFields'), choices }]
}

function levelGroups(columns: readonly Column[], { t, locale }: Reader): ChoiceGroup[] {
  const named = columns.flatMap(({ meaning }) => (meaning.kind === 'level' ? [meaning.competence] : []))
  const languages = languageCompetences().filter(
    ({ code }) => USUAL_LANGUAGES.some((usual) => code === `LANG-${usual}`) || named.includes(code),
  )
  const offered = [...offeredFrameworks().flatMap(({ competences }) => competences), ...languages]
  const codes = new Set(offered.map(({ code }) => code))
  const others = named.filter((code) => !codes.has(code)).flatMap((code) => findCompetence(code) ?? [])
  const competences = [...offered, ...new Set(others)]
  return VOICES.map((voice) => ({
    label: t(`imports.meaningLevels-${voice}`),
    choices: competences.map(({ code, short }) => ({
      value: `level:${voice}:${code}`,
      label: short[locale],
    })),
  }))
}
