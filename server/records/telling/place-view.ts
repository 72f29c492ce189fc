import { createHash } from 'node:crypto'
import { levelLabel, type Competence } from '../../issuer/achievements/index.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/locale.ts'
import { YOUTH_STORAGE_PREFIX } from '../../kernel/youth-storage.ts'
import { countryName, formatDate, type Translate } from '../../platform/i18n/index.ts'
import type { AssessedLevel } from '../assessments/index.ts'
import type { Place } from './place.ts'

/** The words of whoever reads the page. */
export interface Reader {
  readonly locale: Locale
  readonly t: Translate
}

export const placePath = (place: Pick<Place, 'key'>): string => `/me/tell/${place.key}`
export const competencePath = (place: Pick<Place, 'key'>, code: string): string =>
  `${placePath(place)}/c/${code}`

/** A place as its title and two short lines. */
export function placeWords(place: Place, { locale, t }: Reader) {
  const { stay, seats } = place
  const session = seats.at(-1)?.session
  const where = stay && [stay.host, stay.town, countryName(locale, stay.country)].filter(Boolean).join(', ')
  return {
    title: stay
      ? capitalised(stay.what ?? t('telling.someStay'), locale)
      : (session?.title ?? t('telling.keptPlace')),
    where,
    dates:
      stay &&
      t('telling.dates', { from: formatDate(locale, stay.startsOn), to: formatDate(locale, stay.endsOn) }),
    sessions: seats.map((seat) => ({
      title: seat.session.title,
      kind: t(seat.session.kind === 'departure' ? 'telling.departure' : 'telling.return'),
      on: formatDate(locale, seat.session.startsOn),
      signed: seat.session.signedAt !== undefined,
    })),
    own: place.own !== undefined,
  }
}

const capitalised = (text: string, locale: Locale): string =>
  text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1)

/** A level in words with its dots; undefined for none and for « pas encore », which has no dots. */
export function levelDots(competence: Competence, level: AssessedLevel | undefined, { locale, t }: Reader) {
  if (level === undefined) return undefined
  if (level === 'not-yet')
    return { code: level, max: competence.levels.length, words: t('telling.notYet'), notYet: true }
  return {
    code: level,
    max: competence.levels.length,
    words: levelLabel(competence, level, locale),
    notYet: false,
  }
}

/**
 * What the page's script needs. Drafts that could not be sent wait in the browser under a key that says whose they are
 * without saying who that is: another person on the same phone neither reads nor sends them.
 */
export function draftSettings(place: Place, learnerId: LearnerId, competence: string) {
  const person = createHash('sha256').update(`telling ${learnerId}`).digest('base64url').slice(0, 16)
  return {
    store: `${YOUTH_STORAGE_PREFIX}${person}:`,
    key: `${place.key}:${competence}`,
  }
}
