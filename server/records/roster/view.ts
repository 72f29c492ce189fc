import { publicNameOf, type Organisation } from '../../access/organisations/index.ts'
import type { FieldProblem } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/locale.ts'
import { countryName, formatDate, type Translate } from '../../platform/i18n/index.ts'
import { fullName } from '../learners/index.ts'
import { staySummary } from '../mobilities/index.ts'
import type { RosterFilters } from './forms.ts'
import type { Roster, RosterRow, rosterChoices } from './list-roster.ts'

export interface Words {
  readonly locale: Locale
  readonly t: Translate
}

type Choices = Awaited<ReturnType<typeof rosterChoices>>

export interface RosterPage {
  readonly roster: Roster
  readonly choices: Choices
  readonly filters: RosterFilters
  /** Structures by id, when the actor sees more than one: whose record it is. */
  readonly structures: ReadonlyMap<string, Organisation>
  readonly mayAdd: boolean
  /** Coordinates a structure: decides which records are one person. */
  readonly mayMerge: boolean
}

/** The list of young people. */
export function rosterModel(
  { roster, choices, filters, structures, mayAdd, mayMerge }: RosterPage,
  words: Words,
) {
  const { t } = words
  const narrowed = [filters.q, filters.session, filters.country, filters.year, filters.signed].some(
    (value) => value !== undefined,
  )
  return {
    title: t('roster.title'),
    section: 'learners',
    unlisted: true,
    mayAdd,
    mayMerge,
    values: filters,
    narrowed,
    filtering: [filters.session, filters.country, filters.year, filters.signed].some(
      (value) => value !== undefined,
    ),
    ...choiceModels(choices, words),
    found: t('roster.found', { count: roster.found }),
    none: roster.found === 0,
    people: roster.rows.map((row) => personModel(row, structures, words)),
    pages: roster.pages > 1 ? pagesModel(roster, filters, t) : undefined,
  }
}

function choiceModels(choices: Choices, { locale, t }: Words) {
  return {
    sessions: choices.sessions.map(({ id, title, startsOn }) => ({
      value: id,
      label: `${title} (${formatDate(locale, startsOn, 'short')})`,
    })),
    countries: choices.countries
      .map((code) => ({ value: code, label: countryName(locale, code) }))
      .sort((left, right) => left.label.localeCompare(right.label, locale)),
    years: choices.years.map((year) => ({ value: year, label: year })),
    signedChoices: [
      { value: 'yes', label: t('roster.signedYes') },
      { value: 'no', label: t('roster.signedNo') },
    ],
  }
}

function personModel(
  { learner, stay, stays, signed }: RosterRow,
  structures: RosterPage['structures'],
  words: Words,
) {
  const { locale, t } = words
  const structure = structures.get(learner.organisationId)
  return {
    href: `/learners/${learner.id}`,
    name: fullName(learner),
    born:
      learner.birthDate === null
        ? undefined
        : t('roster.born', { date: formatDate(locale, learner.birthDate, 'short') }),
    structure: structure && publicNameOf(structure),
    stay: stay && staySummary(stay, words),
    more: stays > 1 ? t('roster.moreStays', { count: stays - 1 }) : undefined,
    signed,
  }
}

function pagesModel({ page, pages }: Roster, filters: RosterFilters, t: Translate) {
  const at = (wanted: number): string => {
    const entries = Object.entries({ ...filters, page: wanted }).filter(([, value]) => value !== undefined)
    return `/learners?${new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString()}`
  }
  return {
    here: t('sessions.pageOf', { page, pages }),
    previous: page > 1 ? at(page - 1) : undefined,
    next: page < pages ? at(page + 1) : undefined,
  }
}

/** A refused form: what was typed, and why. */
export interface TypedIdentity {
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
}

/** Somebody new, by hand. */
export function newLearnerModel(
  structures: readonly { readonly id: string; readonly name: string }[],
  refused: TypedIdentity | undefined,
  t: Translate,
) {
  return {
    title: t('roster.newTitle'),
    section: 'learners',
    pageClass: 'narrow',
    unlisted: true,
    action: '/learners/new',
    back: '/learners',
    backTo: t('roster.title'),
    intro: t('roster.newIntro'),
    values: { organisationId: structures[0]?.id ?? '', ...refused?.typed },
    problems: refused?.problems ?? [],
    structures: structures.map(({ id, name }) => ({ value: id, label: name })),
    oneStructure: structures.length === 1 ? structures[0] : undefined,
    noStructure: structures.length === 0,
    submit: t('roster.add'),
  }
}
