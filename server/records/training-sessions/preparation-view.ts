import type { FieldProblem } from '../../kernel/errors.ts'
import { countryName, formatDate } from '../../platform/i18n/index.ts'
import { fullName } from '../learners/index.ts'
import { programmeLabel, PROGRAMMES, type Mobility } from '../mobilities/index.ts'
import type { Candidate } from './enrol-by-hand.ts'
import { likelyStay } from './enrol-by-hand.ts'
import type { Enrolment } from './enrolment.ts'
import type { SessionReach } from './require-session-access.ts'
import { blanksIn, patternOf } from './session-template.ts'
import type { Structure } from './structures.ts'
import type { NamedTrainer, TrainingSession } from './training-session.ts'
import { daysOf, type Words } from './view.ts'

export interface PreparationFacts {
  readonly session: TrainingSession
  readonly reach: SessionReach
  readonly structures: readonly Structure[]
  readonly trainers: readonly NamedTrainer[]
  readonly enrolments: readonly Enrolment[]
  readonly removable: ReadonlySet<string>
  /** Whether the actor has a role in the session's own structure. */
  readonly owns: boolean
  readonly structureOf: (enrolment: Enrolment) => string | undefined
  /** Whether the actor sees how each of them fared: of people in their charge. */
  readonly mayKnow: (enrolment: Enrolment) => boolean
}

/** Everything there is to do before the day, and the papers for it. */
export function preparationModel(
  facts: PreparationFacts,
  words: Words,
  problems: readonly FieldProblem[] = [],
) {
  const { session, reach, structures, trainers, enrolments } = facts
  const { locale, t } = words
  return {
    title: t('preparation.titleOf', { title: session.title }),
    heading: session.title,
    section: 'sessions',
    session,
    path: `/sessions/${session.id}`,
    problems,
    kind: t(`sessions.kind-${session.kind}`),
    days: daysOf(session, locale),
    works: reach === 'work',
    signed: session.signedAt !== undefined,
    owns: facts.owns,
    structures: structures.map(({ name }) => name),
    shared: structures.length > 1,
    trainers: trainers.map(({ name }) => name).join(', '),
    youths: t('sessions.youths', { count: enrolments.length }),
    people: enrolments.map((enrolment) => ({
      id: enrolment.id,
      name: fullName(enrolment.learner),
      stay: enrolment.mobility && stayWords(enrolment.mobility, words),
      structure: facts.structureOf(enrolment),
      attendance: facts.mayKnow(enrolment)
        ? enrolment.halfDays === undefined
          ? t(`sessions.attendance-${enrolment.attendance}`)
          : t('common.halfDays', { count: enrolment.halfDays.attended, of: enrolment.halfDays.of })
        : undefined,
      removable: facts.removable.has(enrolment.id),
    })),
    pattern: patternOf(session),
    blanks: blanksIn(locale),
  }
}

/** « Brême, du 30 mars 2026 au 19 juin 2026 » */
export function stayWords(stay: Mobility, { locale, t }: Words): string {
  const where = stay.hostTown ?? countryName(locale, stay.hostCountry)
  const dates = t('sessions.fromTo', {
    from: formatDate(locale, stay.startsOn),
    to: formatDate(locale, stay.endsOn),
  })
  return `${where}, ${dates}`
}

export interface EnrolFacts {
  readonly session: TrainingSession
  readonly rosters: readonly Structure[]
  readonly typed: string
  readonly found: readonly Candidate[]
}

/** The page where one person is given a place. */
export function enrolModel(
  { session, rosters, typed, found }: EnrolFacts,
  words: Words,
  refused?: { readonly typed: Readonly<Record<string, string>>; readonly problems: readonly FieldProblem[] },
) {
  const { locale, t } = words
  const names = new Map(rosters.map(({ id, name }) => [id, name]))
  return {
    title: t('preparation.enrolTitle', { title: session.title }),
    section: 'sessions',
    pageClass: 'narrow',
    session,
    path: `/sessions/${session.id}`,
    signed: session.signedAt !== undefined,
    typed,
    noRoster: rosters.length === 0,
    oneStructure: rosters.length === 1 ? rosters[0] : undefined,
    structures: rosters.map(({ id, name }) => ({ value: id, label: name })),
    nobodyFound: typed !== '' && found.length === 0,
    found: found.map(({ learner, stays, enrolled }) => ({
      id: learner.id,
      name: fullName(learner),
      born: learner.birthDate === null ? undefined : formatDate(locale, learner.birthDate, 'short'),
      structure: rosters.length > 1 ? names.get(learner.organisationId) : undefined,
      enrolled,
      oneStay: stays.length === 1 && stays[0] ? stayWords(stays[0], words) : undefined,
      likely: likelyStay(stays, session)?.id,
      stays:
        stays.length > 1
          ? stays.map((stay) => ({ value: stay.id, label: stayWords(stay, words) }))
          : undefined,
    })),
    // the form opens by itself when it comes back, and when the search found nobody
    openForm: refused !== undefined || (typed !== '' && found.length === 0),
    problems: refused?.problems ?? [],
    values: { organisationId: rosters[0]?.id ?? '', ...namesFrom(typed), ...refused?.typed },
    programmes: PROGRAMMES.map(({ code }) => ({ value: code, label: programmeLabel(code, locale) })),
  }
}

/** What was looked for as the names of a new record: the first word, then the rest. */
function namesFrom(typed: string): { readonly givenName: string; readonly familyName: string } {
  const [givenName = '', ...rest] = typed.trim().split(/\s+/)
  return { givenName, familyName: rest.join(' ') }
}
