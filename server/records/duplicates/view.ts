import { publicNameOf } from '../../access/organisations/index.ts'
import type { FieldProblem } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatDate, type MessageKey, type Translate } from '../../platform/i18n/index.ts'
import { fullName, type Learner } from '../learners/index.ts'
import { staySummary } from '../mobilities/index.ts'
import type { Side, TwinRecord, TwinRecords } from './compare-records.ts'
import type { Suspects } from './find-suspects.ts'
import type { MergeChoices } from './merge-records.ts'

interface Words {
  readonly locale: Locale
  readonly t: Translate
}

/** Pairs on the page: whoever decided of them sees the next ones. */
export const SHOWN = 50

/** The pairs that may be one person. */
export function suspectsModel(
  suspects: readonly Suspects[],
  people: ReadonlyMap<string, Learner>,
  { locale, t }: Words,
) {
  const told = (learner: Learner) => ({
    name: fullName(learner),
    born: learner.birthDate === null ? t('roster.notSaid') : formatDate(locale, learner.birthDate),
  })
  return {
    title: t('roster.duplicatesTitle'),
    section: 'learners',
    unlisted: true,
    found: t('roster.duplicatesCount', { count: suspects.length }),
    none: suspects.length === 0,
    more: suspects.length > SHOWN,
    pairs: suspects.slice(0, SHOWN).flatMap(({ one, other, why }) => {
      const [left, right] = [people.get(one), people.get(other)]
      if (left === undefined || right === undefined) return []
      const reasons = [t(`roster.why-name-${why.name}`), t(`roster.why-birth-${why.birth}`)]
      if (why.stay) reasons.push(t('roster.why-stay'))
      return [
        { href: pairPath(one, other), one: told(left), other: told(right), reasons: reasons.join(' · ') },
      ]
    }),
  }
}

export const pairPath = (one: string, other: string): string => `/learners/duplicates/${one}/${other}`

const FIELDS = ['givenName', 'familyName', 'birthDate', 'email'] as const

/** Two records side by side, and which value of each goes on. */
export function compareModel(twins: TwinRecords, problems: readonly FieldProblem[], words: Words) {
  const { t } = words
  const usual: Side = usualKeep(twins)
  return {
    ...pageOf(twins, words),
    problems,
    sides: [
      sideModel(twins.one, 'one', twins.other, words),
      sideModel(twins.other, 'other', twins.one, words),
    ],
    keep: { value: usual, options: sideOptions(twins, (record) => recordLabel(record, words)) },
    fields: FIELDS.map((field) => {
      const [left, right] = [twins.one.learner[field], twins.other.learner[field]]
      return {
        name: field,
        label: t(`roster.${field}`),
        same: left === right,
        // what one of them does not know is filled in by the other
        value: twins[usual].learner[field] === null ? opposite(usual) : usual,
        options: sideOptions(twins, ({ learner }) => valueOf(learner, field, words)),
      }
    }),
    place: placeChoice(twins, usual, words),
  }
}

const opposite = (side: Side): Side => (side === 'one' ? 'other' : 'one')

/** The record that more hangs on, otherwise the older one. */
function usualKeep({ one, other }: TwinRecords): Side {
  if (one.credentials !== other.credentials) return one.credentials > other.credentials ? 'one' : 'other'
  return one.learner.createdAt <= other.learner.createdAt ? 'one' : 'other'
}

function pageOf({ one, other }: TwinRecords, { t }: Words) {
  return {
    title: t('roster.twinsTitle'),
    section: 'learners',
    unlisted: true,
    path: pairPath(one.learner.id, other.learner.id),
    names: [fullName(one.learner), fullName(other.learner)],
  }
}

const sideOptions = ({ one, other }: TwinRecords, label: (record: TwinRecord) => string) => [
  { value: 'one', label: label(one) },
  { value: 'other', label: label(other) },
]

const structureOf = ({ organisation }: TwinRecord): string =>
  organisation === undefined ? '' : publicNameOf(organisation)

const recordLabel = (record: TwinRecord, { locale, t }: Words): string =>
  t('roster.recordOf', {
    name: fullName(record.learner),
    structure: structureOf(record),
    date: formatDate(locale, record.learner.createdAt),
  })

function valueOf(learner: Learner, field: (typeof FIELDS)[number], { locale, t }: Words): string {
  const value = learner[field]
  if (value === null) return t('roster.notSaid')
  return field === 'birthDate' ? formatDate(locale, value) : value
}

function sideModel(record: TwinRecord, side: Side, twin: TwinRecord, words: Words) {
  const { locale, t } = words
  return {
    side,
    heading: t(`roster.side-${side}`),
    href: `/learners/${record.learner.id}`,
    name: fullName(record.learner),
    structure: structureOf(record),
    facts: FIELDS.map((field) => ({
      label: t(`roster.${field}`),
      value: valueOf(record.learner, field, words),
      different: record.learner[field] !== twin.learner[field],
    })),
    stays: record.stays.map((stay) => staySummary(stay, words)),
    sessions: record.seats.map(
      ({ session }) => `${session.title} (${formatDate(locale, session.startsOn, 'short')})`,
    ),
    credentials: t('sessions.credentials', { count: record.credentials }),
  }
}

function placeChoice(twins: TwinRecords, usual: Side, { t }: Words) {
  if (twins.shared.length === 0) return undefined
  return {
    value: usual,
    sessions: twins.shared.map(({ title, bothAssessed }) => ({
      title,
      both: t('roster.bothAssessed', { count: bothAssessed }),
    })),
    options: sideOptions(twins, (record) => t('roster.placeOf', { name: fullName(record.learner) })),
  }
}

/** What will happen, before it does: there is no way back. */
export function confirmModel(twins: TwinRecords, choices: MergeChoices, words: Words) {
  const { t } = words
  const staying = twins[choices.keep]
  const leaving = twins[opposite(choices.keep)]
  const learner: Learner = {
    ...staying.learner,
    givenName: twins[choices.givenName].learner.givenName,
    familyName: twins[choices.familyName].learner.familyName,
    birthDate: twins[choices.birthDate].learner.birthDate,
    email: twins[choices.email].learner.email,
  }
  return {
    ...pageOf(twins, words),
    title: t('roster.confirmTitle', { name: fullName(learner) }),
    version: twins.version,
    hidden: Object.entries(choices).flatMap(([name, value]) =>
      value === undefined ? [] : [{ name, value: String(value) }],
    ),
    result: FIELDS.map((field) => ({ label: t(`roster.${field}`), value: valueOf(learner, field, words) })),
    structure: structureOf(staying),
    happens: consequences({ twins, choices, staying, leaving }, words),
  }
}

function consequences(
  {
    twins,
    choices,
    staying,
    leaving,
  }: { twins: TwinRecords; choices: MergeChoices; staying: TwinRecord; leaving: TwinRecord },
  { t }: Words,
): string[] {
  const otherStructure = staying.learner.organisationId !== leaving.learner.organisationId
  const renamed = fullName(twins[choices.keep].learner) !== fullNameChosen(twins, choices)
  // what there is none of is not said
  const counted = (key: MessageKey, count: number): string[] => (count === 0 ? [] : [t(key, { count })])
  const kept = choices.place === undefined ? undefined : fullName(twins[choices.place].learner)
  return [
    ...(otherStructure
      ? [t('roster.happensStructure', { structure: structureOf(staying), other: structureOf(leaving) })]
      : []),
    ...counted('roster.happensStays', leaving.stays.length),
    ...(twins.toldDifferently ? [t('roster.happensToldTwice')] : []),
    ...counted('roster.happensSessions', leaving.seats.length),
    ...twins.shared.map(({ title }) => t('roster.happensPlace', { title, name: kept ?? '' })),
    ...counted('roster.happensCredentials', leaving.credentials),
    ...(renamed || leaving.credentials > 0 ? [t('roster.happensSigned')] : []),
    t('roster.happensSlips'),
    t('roster.happensTold'),
    t('roster.happensNoUndo'),
  ]
}

const fullNameChosen = (twins: TwinRecords, choices: MergeChoices): string =>
  fullName({
    givenName: twins[choices.givenName].learner.givenName,
    familyName: twins[choices.familyName].learner.familyName,
  })
