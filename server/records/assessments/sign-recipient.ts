import { countryName, formatDate } from '../../platform/i18n/index.ts'
import { mobilityFacts, type Mobility } from '../mobilities/index.ts'
import type { TrainingSession } from '../training-sessions/index.ts'
import { attestable, type AssessedLevel } from './assessment.ts'
import { levelModel, type Words } from './cell-view.ts'
import { halfDaysWords, personModel } from './grid-view.ts'
import type { PlannedPerson } from './plan-signing.ts'
import type { GridCell } from './read-grid.ts'
import type { SigningPreview } from './sign-session.ts'

/** Everything that will be signed for one young person, in words, and what stays with them. */
export function recipientModel(
  person: PlannedPerson,
  { session, evidence, hosts }: SigningPreview,
  words: Words,
) {
  const { locale, t } = words
  const names = (list: PlannedPerson['notYet']): string => list.map(({ short }) => short[locale]).join(', ')
  const { mobility: stay, observation } = person.enrolment
  const attestedStay = person.mobility && stay ? stayFacts(stay, words) : undefined
  const attendance = person.attendance ? sessionFacts(session, person, words) : undefined
  const signedWords = isSigned(person) ? observation : undefined
  const cited = citedEvidence(person, evidence)
  const host = person.mobility && stay ? hosts?.get(stay.id) : undefined
  return {
    ...personModel(person.enrolment, words),
    count: t('sessions.credentials', { count: person.credentials }),
    line: lineOf(person, attestedStay?.place, words),
    levels: person.competences.map(({ cell, level }) => ({
      ...levelModel(cell.competence, level, words),
      label: cell.competence.label[locale],
      beside: otherVoices(cell, words),
      note: cell.attested?.observation,
    })),
    more:
      attestedStay !== undefined ||
      attendance !== undefined ||
      Boolean(signedWords) ||
      cited.length > 0 ||
      host !== undefined,
    attestedStay,
    stayNotOver: session.kind === 'return' && stay !== undefined && !person.mobility,
    attendance,
    observation: signedWords,
    summary: person.mobility ? stay?.returnSummary : undefined,
    evidence: cited,
    host: host && {
      sentence: host.sentence,
      who: [host.tutor?.name, host.tutor?.role, stay?.hostName].filter(Boolean).join(', '),
      dates: t('sessions.fromTo', {
        from: formatDate(locale, host.dates.startsOn),
        to: formatDate(locale, host.dates.endsOn),
      }),
    },
    notYet:
      person.notYet.length === 0 ? undefined : t('sessions.staysNotYet', { names: names(person.notYet) }),
    open: person.open.length === 0 ? undefined : t('sessions.staysOpen', { names: names(person.open) }),
  }
}

/** « Équipe internationale : avec initiative · Adaptation : en autonomie · séjour à Brême, Allemagne · présence » */
function lineOf(person: PlannedPerson, place: string | undefined, words: Words): string {
  const { locale, t } = words
  return [
    ...person.competences.map(({ cell, level }) =>
      t('grid.competenceIs', {
        competence: cell.competence.short[locale],
        level: levelModel(cell.competence, level, words)?.words ?? '',
      }),
    ),
    ...(place === undefined ? [] : [t('grid.stayIn', { place })]),
    ...(person.attendance ? [t('sessions.attendance-present')] : []),
  ].join(' · ')
}

/** The general observation is told with the stay; without one, in each competence that has no words of its own. */
function isSigned({ mobility, competences }: PlannedPerson): boolean {
  return mobility || competences.some(({ cell }) => cell.attested?.observation === undefined)
}

/** The stay exactly as the credential will tell it: what, at whose place, where, from when to when. */
function stayFacts(stay: Mobility, { locale, t }: Words) {
  const { programme, activity, hostName, hostTown, hostCountry } = mobilityFacts(stay, locale)
  return {
    programme,
    activity,
    host: hostName,
    place: [hostTown, countryName(locale, hostCountry)].filter(Boolean).join(', '),
    dates: t('sessions.fromTo', {
      from: formatDate(locale, stay.startsOn),
      to: formatDate(locale, stay.endsOn),
    }),
  }
}

function sessionFacts(session: TrainingSession, { enrolment }: PlannedPerson, words: Words): string {
  const { locale, t } = words
  const days =
    session.startsOn === session.endsOn
      ? formatDate(locale, session.startsOn)
      : t('sessions.fromTo', {
          from: formatDate(locale, session.startsOn),
          to: formatDate(locale, session.endsOn),
        })
  const { halfDays } = enrolment
  const there = halfDays && halfDaysWords(halfDays, words)
  return [session.title, session.place, days, there].filter(Boolean).join(' · ')
}

/** « déclaré : avec initiative · confirmé : en autonomie par Tischlerei Weber »: signed beside the trainer's level. */
function otherVoices(cell: GridCell, words: Words): string {
  const { t } = words
  const said = (level: AssessedLevel | undefined) =>
    levelModel(cell.competence, attestable(level), words)?.words
  const declared = said(cell.declared?.level)
  const confirmed = said(cell.confirmed?.level)
  const host = cell.confirmed?.authorName
  const by = t('sessions.confirmedByHost', {
    host: host === undefined || host === '' ? t('sessions.unnamedHost') : host,
  })
  return [
    ...(declared === undefined ? [] : [t('sessions.declaredIs', { level: declared })]),
    ...(confirmed === undefined ? [] : [`${t('sessions.confirmedIs', { level: confirmed })} ${by}`]),
  ].join(' · ')
}

/** Evidence is cited by its title in the competences it speaks of; what it shows stays with the session. */
function citedEvidence(person: PlannedPerson, evidence: SigningPreview['evidence']): readonly string[] {
  const attested = new Set(person.competences.map(({ cell }) => cell.competence.code))
  return (evidence.get(person.enrolment.id) ?? [])
    .filter(({ competence }) => (competence === undefined ? attested.size > 0 : attested.has(competence)))
    .map(({ name, genre }) => [name, genre].filter(Boolean).join(' · '))
}
