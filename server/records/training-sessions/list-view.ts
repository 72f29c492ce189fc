import type { IsoDate } from '../../kernel/clock.ts'
import { foldText } from '../../kernel/fold-text.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import type { Structure } from './structures.ts'
import type { SessionSummary } from './training-session.ts'
import { daysOf, type Words } from './view.ts'

export interface ListFilter {
  /** Words of a title or a place. */
  readonly text: string
  readonly structure: string
  /** Every signed session, and not only the newest. */
  readonly everything: boolean
}

export interface ListFacts {
  readonly sessions: readonly SessionSummary[]
  /** The structures that hold each session, by its id. */
  readonly structuresOf: ReadonlyMap<string, readonly Structure[]>
  readonly today: IsoDate
}

const SIGNED_AT_FIRST = 20

/** The list: what is to validate first, then what comes, then what is signed. */
export function listModel(facts: ListFacts, filter: ListFilter, words: Words) {
  const { sessions, structuresOf, today } = facts
  const all = distinct([...structuresOf.values()].flat())
  const found = sessions.filter((session) => matches(session, structuresOf.get(session.id) ?? [], filter))
  const models = (test: (session: SessionSummary) => boolean) =>
    found.filter(test).map((session) => sessionModel(session, structuresOf.get(session.id) ?? [], words))
  const signed = models(({ signedAt }) => signedAt !== undefined)
  const next = models(({ signedAt, startsOn }) => signedAt === undefined && startsOn > today).reverse()
  return {
    title: words.t('sessions.listTitle'),
    section: 'sessions',
    none: sessions.length === 0,
    nothingFound: sessions.length > 0 && found.length === 0,
    // a handful of sessions needs no search
    searchable: sessions.length > 6 || filter.text !== '' || filter.structure !== '',
    filter: { text: filter.text, structure: filter.structure },
    structures: all.length > 1 ? all.map(({ id, name }) => ({ value: id, label: name })) : [],
    open: models(({ signedAt, startsOn }) => signedAt === undefined && startsOn <= today),
    next,
    signed: filter.everything ? signed : signed.slice(0, SIGNED_AT_FIRST),
    moreSigned: filter.everything ? 0 : Math.max(0, signed.length - SIGNED_AT_FIRST),
    everythingHref: `/sessions?${new URLSearchParams({ q: filter.text, structure: filter.structure, all: '1' }).toString()}`,
  }
}

function distinct(structures: readonly Structure[]): Structure[] {
  const byId = new Map(structures.map((structure) => [structure.id, structure]))
  return [...byId.values()].sort((left, right) => left.name.localeCompare(right.name, 'fr'))
}

function matches(session: SessionSummary, structures: readonly Structure[], filter: ListFilter): boolean {
  if (filter.structure !== '' && structures.every(({ id }) => id !== filter.structure)) return false
  const known = foldText(`${session.title} ${session.place ?? ''}`)
  return foldText(filter.text)
    .split(' ')
    .every((word) => known.includes(word))
}

function sessionModel(session: SessionSummary, structures: readonly Structure[], { locale, t }: Words) {
  const signed = session.signedAt !== undefined
  const path = `/sessions/${session.id}`
  return {
    // who only prepares a session has no business with its grid
    href: !session.works ? `${path}/prepare` : signed ? `${path}/sign` : path,
    title: session.title,
    kind: t(`sessions.kind-${session.kind}`),
    kindCode: session.kind,
    days: daysOf(session, locale),
    place: session.place,
    youths: t('sessions.youths', { count: session.enrolments }),
    shared: structures.length > 1 ? structures.map(({ name }) => name).join(' · ') : undefined,
    prepares: !session.works,
    signed,
    signature:
      session.signedAt === undefined
        ? undefined
        : t('sessions.signedOnBy', {
            date: formatDate(locale, session.signedAt),
            name: session.signedByName ?? '',
          }),
  }
}
