import type { Locale } from '../../kernel/locale.ts'
import { formatDate, type Translate } from '../../platform/i18n/index.ts'
import type { BatchState } from './batch.ts'
import type { OpenedBatch } from './find-batches.ts'
import type { NamedItem } from './named-items.ts'
import { pathOf, summary, type Words } from './view.ts'

/** One batch: how far it is, what may be had, what is missing. */
export function batchPage(
  input: {
    readonly structure: { readonly name: string; readonly slug: string }
    readonly opened: OpenedBatch
    readonly requestedBy: string | undefined
    readonly now: Date
  },
  words: Words,
) {
  const { structure, opened, now, requestedBy } = input
  const { batch, counts } = opened
  const { t, locale } = words
  const listed = summary(opened, now, words)
  const { state, done, total } = listed
  const path = `${pathOf(structure.slug)}/${batch.id}`
  const date = formatDate(locale, batch.requestedAt, 'time')
  return {
    ...listed,
    title: listed.heading,
    section: 'organisation',
    pageClass: 'narrow',
    back: pathOf(structure.slug),
    structure: structure.name,
    path,
    asked: requestedBy === undefined ? listed.asked : t('batches.askedBy', { date, name: requestedBy }),
    words: t('batches.progress', { done, total }),
    sayProgress: t('batches.progress', { done: '{done}', total: '{total}' }),
    explained: explain(state, { done, total }, t),
    downloads: state === 'ready' ? downloadsOf(opened, path, words) : [],
    ready: state === 'ready',
    expires: t('batches.expires', { date: formatDate(locale, batch.expiresAt) }),
    ...troublesOf(opened, t),
    mayCancel: listed.running,
    mayResume: state === 'cancelled' || state === 'stopped',
    mayTryAgain: state === 'ready' && counts.failed > 0,
    mayDelete: state !== 'gone',
  }
}

function explain(
  state: BatchState,
  far: { readonly done: number; readonly total: number },
  t: Translate,
): string | undefined {
  if (state === 'cancelled') return t('batches.cancelledText', far)
  if (state === 'stopped') return t('batches.stoppedText', far)
  return state === 'gone' ? t('batches.goneText') : undefined
}

function downloadsOf({ batch, counts, files }: OpenedBatch, path: string, { t, locale }: Words) {
  const size = (bytes: number): string => megabytes(locale, bytes)
  if (batch.output === 'people')
    return counts.bytes === 0
      ? []
      : [{ href: `${path}/passports.zip`, label: t('batches.getZip'), size: size(counts.bytes) }]
  return files.map(({ number, bytes }) => ({
    href: `${path}/files/${number}`,
    label: files.length === 1 ? t('batches.getFile') : t('batches.getPart', { number, count: files.length }),
    size: size(bytes),
  }))
}

const megabytes = (locale: Locale, bytes: number): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
    Math.max(0.1, bytes / 1_000_000),
  )

function troublesOf({ counts, troubled }: OpenedBatch, t: Translate) {
  const nameOf = ({ givenName, familyName }: NamedItem): string =>
    `${givenName ?? ''} ${familyName ?? ''}`.trim()
  const without = troubled.flatMap((item) =>
    item.failure === null ? [] : [{ name: nameOf(item), why: t(`batches.failure-${item.failure}`) }],
  )
  const gaps = troubled.flatMap((item) =>
    item.missing === null ? [] : [{ name: nameOf(item), why: t('batches.gap', { letters: item.missing }) }],
  )
  const all = counts.failed + counts.gaps
  return {
    withoutTitle: t('batches.withoutTitle', { count: counts.failed }),
    without,
    gapsTitle: t('batches.gapsTitle', { count: counts.gaps }),
    gaps,
    notAllNamed: troubled.length < all ? t('batches.notAllNamed', { count: troubled.length }) : undefined,
    erased: counts.erased === 0 ? undefined : t('batches.erased', { count: counts.erased }),
  }
}
