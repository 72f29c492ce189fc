import { isoInstant } from '../../kernel/clock.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatDate, languageName, type Translate } from '../../platform/i18n/index.ts'
import { stateOf, type Batch, type BatchState } from './batch.ts'
import type { ListedBatch } from './find-batches.ts'

/** Whose language a page speaks. */
export interface Words {
  readonly t: Translate
  readonly locale: Locale
}

/** A state's mark: never told by its colour alone. */
const BADGES: Readonly<Record<BatchState, { readonly tone: string; readonly icon: string }>> = {
  waiting: { tone: 'waiting', icon: 'clock' },
  making: { tone: 'waiting', icon: 'clock' },
  ready: { tone: 'ready', icon: 'check' },
  cancelled: { tone: 'accent', icon: 'minus' },
  stopped: { tone: 'withdrawn', icon: 'warning' },
  gone: { tone: 'accent', icon: 'trash' },
}

export const pathOf = (slug: string): string => `/organisation/${slug}/passports`

/** What a list and a batch's own page say of it. */
export function summary({ batch, counts }: ListedBatch, now: Date, { t, locale }: Words) {
  const state = stateOf(batch, isoInstant(now))
  return {
    id: batch.id,
    heading: t('batches.batchTitle', { count: batch.people }),
    about: aboutOf(batch, { t, locale }),
    asked: t('batches.askedAt', { date: formatDate(locale, batch.requestedAt, 'time') }),
    state,
    stateWords: t(`batches.state-${state}`),
    ...BADGES[state],
    running: state === 'waiting' || state === 'making',
    done: doneOf({ batch, counts }),
    total: batch.people,
  }
}

/** Those whose file is made, and those laid out of the file under way. */
export const doneOf = ({ batch, counts }: ListedBatch): number =>
  Math.min(batch.people, counts.done + batch.underWay)

function aboutOf(batch: Batch, { t, locale }: Words): string {
  const { about, form, output, beside } = batch
  const languages = [batch.locale, ...(beside === undefined ? [] : [beside])].map((code) =>
    languageName(locale, code),
  )
  const [first = '', second] = languages
  return [
    about.scope === 'period'
      ? t('batches.about-period', {
          from: formatDate(locale, about.from, 'short'),
          until: formatDate(locale, about.until, 'short'),
        })
      : t(`batches.about-${about.scope}`, {
          count: about.scope === 'sessions' ? about.sessionIds.length : 0,
        }),
    t(`batches.form-${form}`).toLocaleLowerCase(locale),
    second === undefined ? first : t('batches.two', { first, second }),
    t(`batches.output-${output}`).toLocaleLowerCase(locale).replaceAll('pdf', 'PDF').replaceAll('zip', 'ZIP'),
  ].join(' · ')
}
