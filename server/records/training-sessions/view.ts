import type { FieldProblem } from '../../kernel/errors.ts'
import { LOCALES, type Locale } from '../../kernel/locale.ts'
import { findCompetence, languageCompetences, offeredFrameworks } from '../../issuer/achievements/index.ts'
import { formatDate, languageName, type Translate } from '../../platform/i18n/index.ts'
import type { Structure } from './structures.ts'
import type { listTrainers } from './change-trainers.ts'
import { halfDayShort } from './attendance-view.ts'
import { everyHalfDay, halfDaysOf } from './half-day.ts'
import type { LeavingCompetence } from './edit-session.ts'
import type { Pattern } from './prepare-session.ts'
import { blanksIn } from './session-template.ts'
import type { PoolTrainer } from './trainer-pool.ts'
import { SESSION_KINDS, type TrainingSession } from './training-session.ts'

export interface Words {
  readonly locale: Locale
  readonly t: Translate
}

export function daysOf(session: Pick<TrainingSession, 'startsOn' | 'endsOn'>, locale: Locale): string {
  const first = formatDate(locale, session.startsOn)
  return session.startsOn === session.endsOn ? first : `${first} – ${formatDate(locale, session.endsOn)}`
}

/** A refused form: what was typed, with the ticked boxes that a text map cannot hold. */
export interface TypedSession {
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
  readonly competences: readonly string[]
}

// the languages young people of the network leave for most often; the others are in the list below them
const USUAL_LANGUAGES = ['LANG-EN', 'LANG-DE', 'LANG-ES', 'LANG-IT', 'LANG-PT']

/** The form of a new session, with what its origin knows, and what was typed when it comes back. */
export function newSessionModel(
  facts: {
    readonly structures: readonly Structure[]
    readonly templates: readonly { readonly id: string; readonly name: string }[]
    readonly origin: { readonly template?: string | undefined; readonly from?: string | undefined }
    readonly pattern: Pattern | undefined
    readonly trainers: readonly string[]
    readonly partners: readonly string[]
  },
  words: Words,
  refused?: TypedSession,
) {
  const { structures, pattern, templates, origin } = facts
  const { t } = words
  const competences = refused?.competences ?? pattern?.competences ?? []
  const own = structures.find(({ id }) => id === pattern?.organisationId) ?? structures[0]
  const known =
    pattern === undefined
      ? {}
      : { kind: pattern.kind, title: pattern.titlePattern, place: pattern.place, locale: pattern.locale }
  const values = { kind: 'return', locale: 'fr', organisationId: own?.id ?? '', ...known, ...refused?.typed }
  return {
    title: t('sessions.newTitle'),
    section: 'sessions',
    pageClass: 'narrow',
    problems: refused?.problems ?? [],
    values,
    origin,
    templates: templates.map(({ id, name }) => ({ id, name, current: id === origin.template })),
    blanks: blanksIn(words.locale),
    pattern: pattern && {
      days: t('preparation.daysCount', { count: Math.max(1, pattern.days.length) }),
      trainers: facts.trainers.join(', '),
      partners: facts.partners.join(' · '),
    },
    structures: structures.map(({ id, name }) => ({ value: id, label: name })),
    oneStructure: structures.length === 1 ? structures[0] : undefined,
    noStructure: structures.length === 0,
    ...programmeChoices(competences, words),
  }
}

/** The form of a session that is there already. */
export function editModel(
  session: TrainingSession,
  words: Words,
  refused?: TypedSession & {
    readonly halfDays: readonly string[]
    readonly leaving: readonly LeavingCompetence[]
  },
) {
  const { locale, t } = words
  const { kind, title, place, startsOn, endsOn, competences } = session
  const chosen = new Set<string>(refused?.halfDays ?? halfDaysOf(session))
  const all = programmeChoices(refused?.competences ?? competences, words)
  return {
    title: t('preparation.editTitle', { title }),
    heading: title,
    section: 'sessions',
    pageClass: 'narrow',
    session,
    path: `/sessions/${session.id}`,
    problems: refused?.problems ?? [],
    values: { kind, title, place, startsOn, endsOn, locale: session.locale, ...refused?.typed },
    halfDays: everyHalfDay(session).map((halfDay) => {
      const { day, half } = halfDayShort(halfDay, words)
      return { value: halfDay, label: `${day}, ${half}`, ticked: chosen.has(halfDay) }
    }),
    leaving: refused?.leaving.map(({ competence, said }) => ({
      name: findCompetence(competence)?.label[locale] ?? competence,
      said: t('preparation.saidCount', { count: said }),
    })),
    ...all,
  }
}

function programmeChoices(competences: readonly string[], words: Words) {
  const { locale, t } = words
  const ticked = new Set(competences)
  const languages = languageChoices(locale)
  const frameworks = offeredFrameworks()
  const offered = new Set(frameworks.flatMap((one) => one.competences.map(({ code }) => code)))
  return {
    kinds: SESSION_KINDS.toReversed().map((kind) => ({ value: kind, label: t(`sessions.kind-${kind}`) })),
    locales: LOCALES.map((code) => ({ value: code, label: languageName(locale, code) })),
    frameworks: frameworks.map((framework) => ({
      name: frameworks.length > 1 ? framework.label[locale] : undefined,
      competences: framework.competences.map(({ code, label, description }) => ({
        code,
        label: label[locale],
        description: description[locale],
        ticked: ticked.has(code),
      })),
    })),
    usualLanguages: languages
      .filter(({ usual }) => usual)
      .map((language) => ({ ...language, ticked: ticked.has(language.code) })),
    otherLanguages: [0, 1].map((position) => {
      const others = languages.filter(({ usual }) => !usual)
      const chosen = others.filter(({ code }) => ticked.has(code))[position]?.code
      return {
        position: position + 1,
        choices: others.map((one) => ({ ...one, chosen: one.code === chosen })),
      }
    }),
    // columns that none of the lists above can show stay as they are
    otherCompetences: competences
      .filter((code) => !offered.has(code))
      .filter((code) => !languages.some((known) => known.code === code))
      .concat(
        languages
          .filter(({ usual, code }) => !usual && ticked.has(code))
          .slice(2)
          .map(({ code }) => code),
      )
      .map((code) => ({ code, label: findCompetence(code)?.label[locale] ?? code, ticked: true })),
  }
}

/** Every language, by its name in the reader's language. */
function languageChoices(locale: Locale) {
  return languageCompetences()
    .map(({ code, short }) => ({ code, label: short[locale], usual: USUAL_LANGUAGES.includes(code) }))
    .sort((left, right) => left.label.localeCompare(right.label, locale))
}

/** Who trains in the session, who of its structures could, and who of the network's pool was found. */
export function trainersModel(
  facts: {
    readonly session: TrainingSession
    readonly trainers: Awaited<ReturnType<typeof listTrainers>>
    readonly structures: ReadonlyMap<string, string>
    readonly typed: string
    readonly found: readonly PoolTrainer[]
  },
  { t }: Words,
  problems: readonly FieldProblem[],
) {
  const { session, trainers, structures, typed } = facts
  const named = new Set(trainers.named.map(({ accountId }) => accountId))
  return {
    title: t('sessions.trainersTitle', { title: session.title }),
    section: 'sessions',
    pageClass: 'narrow',
    session,
    path: `/sessions/${session.id}`,
    problems,
    named: trainers.named.map((trainer) => ({
      ...trainer,
      structure: structures.get(trainer.through),
      mayRemove: trainers.mayRemove(trainer),
    })),
    others: trainers.others.map(({ accountId, name }) => ({ value: accountId, label: name })),
    pool: trainers.pool,
    typed,
    found: facts.found.map((person) => ({ ...person, named: named.has(person.accountId) })),
    nobodyFound: typed !== '' && facts.found.length === 0,
  }
}
