import type { FieldProblem } from '../../kernel/errors.ts'
import { LOCALES, type Locale } from '../../kernel/locale.ts'
import { languageCompetences, mobilityFramework } from '../../issuer/achievements/index.ts'
import { formatDate, languageName, type Translate } from '../../platform/i18n/index.ts'
import type { Structure } from './structures.ts'
import {
  SESSION_KINDS,
  type SessionSummary,
  type SessionTrainer,
  type TrainingSession,
} from './training-session.ts'

interface Words {
  readonly locale: Locale
  readonly t: Translate
}

/** The list: what is to validate first, then what is signed. */
export function listModel(sessions: readonly SessionSummary[], words: Words) {
  const models = sessions.map((session) => sessionModel(session, words))
  return {
    title: words.t('sessions.listTitle'),
    section: 'sessions',
    none: sessions.length === 0,
    open: models.filter(({ signed }) => !signed),
    signed: models.filter(({ signed }) => signed),
  }
}

function sessionModel(session: SessionSummary, { locale, t }: Words) {
  return {
    href: `/sessions/${session.id}`,
    title: session.title,
    kind: t(`sessions.kind-${session.kind}`),
    days: daysOf(session, locale),
    place: session.place,
    youths: t('sessions.youths', { count: session.enrolments }),
    signed: session.signedAt !== undefined,
    signature:
      session.signedAt === undefined
        ? undefined
        : t('sessions.signedOnBy', {
            date: formatDate(locale, session.signedAt),
            name: session.signedByName ?? '',
          }),
  }
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

/** The form of a new session, with what was typed when it comes back. */
export function newSessionModel(structures: readonly Structure[], words: Words, refused?: TypedSession) {
  const { locale, t } = words
  const ticked = new Set(refused?.competences)
  const typed = refused?.typed ?? {}
  const languages = languageChoices(locale)
  return {
    title: t('sessions.newTitle'),
    section: 'sessions',
    pageClass: 'narrow',
    problems: refused?.problems ?? [],
    values: { kind: 'return', locale: 'fr', organisationId: structures[0]?.id ?? '', ...typed },
    structures: structures.map(({ id, name }) => ({ value: id, label: name })),
    oneStructure: structures.length === 1 ? structures[0] : undefined,
    noStructure: structures.length === 0,
    kinds: SESSION_KINDS.toReversed().map((kind) => ({ value: kind, label: t(`sessions.kind-${kind}`) })),
    locales: LOCALES.map((code) => ({ value: code, label: languageName(locale, code) })),
    competences: mobilityFramework().competences.map(({ code, label, description }) => ({
      code,
      label: label[locale],
      description: description[locale],
      ticked: ticked.has(code),
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
  }
}

/** Every language, by its name in the reader's language. */
function languageChoices(locale: Locale) {
  return languageCompetences()
    .map(({ code, short }) => ({ code, label: short[locale], usual: USUAL_LANGUAGES.includes(code) }))
    .sort((left, right) => left.label.localeCompare(right.label, locale))
}

/** Who trains in the session, and who of the structure could. */
export function trainersModel(
  session: TrainingSession,
  trainers: { named: readonly SessionTrainer[]; others: readonly SessionTrainer[] },
  { t }: Words,
  problems: readonly FieldProblem[],
) {
  return {
    title: t('sessions.trainersTitle', { title: session.title }),
    section: 'sessions',
    pageClass: 'narrow',
    session,
    path: `/sessions/${session.id}`,
    problems,
    named: trainers.named,
    others: trainers.others.map(({ accountId, name }) => ({ value: accountId, label: name })),
  }
}
