import type { CredentialContent } from '../../issuer/credentials/index.ts'
import type { FieldProblem } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatDate, type Translate } from '../../platform/i18n/index.ts'
import { qrSvg } from '../../platform/qr/index.ts'
import { describeStay, scanUrl } from '../passports/index.ts'
import type { Shareable } from './list-shareable.ts'
import { SHARE_ENDS } from './share-end.ts'
import { stateOf, type Share, type ShareState } from './share.ts'

export interface Words {
  readonly t: Translate
  readonly locale: Locale
}

const page = (title: string) => ({ title, plain: true, unlisted: true, pageClass: 'narrow' })

/** All the shares of somebody. */
export function sharesPage(
  shares: readonly Share[],
  options: {
    readonly maySee: boolean
    readonly hasPassport: boolean
    /** How often the code on their passport was opened. */
    readonly passportVisits: string
    readonly now: Date
  },
  words: Words,
) {
  const { t } = words
  return {
    ...page(t('sharing.title')),
    maySee: options.maySee,
    hasPassport: options.hasPassport,
    passportVisits: options.passportVisits,
    shares: shares.map((share) => ({
      href: `/me/shares/${share.id}`,
      recipient: share.recipient,
      what: t('sharing.what', { count: share.credentialIds.length }),
      views: viewsOf(share, t),
      ...stateWords(share, stateOf(share, options.now), words),
    })),
  }
}

/** A new share: what, for whom, until when. */
export function newSharePage(
  held: readonly Shareable[],
  form: {
    readonly values?: Readonly<Record<string, string>>
    readonly chosen?: readonly string[]
    readonly problems?: readonly FieldProblem[]
  },
  { t, locale }: Words,
) {
  return {
    ...page(t('sharing.newTitle')),
    values: { end: 'month', ...form.values },
    problems: form.problems ?? [],
    held: held.map(({ id, content }) => ({
      id,
      // nothing is shown that they did not choose
      chosen: form.chosen?.includes(id) === true,
      ...titleOf(content, { t, locale }),
    })),
    ends: SHARE_ENDS.map((value) => ({ value, label: t(`sharing.end-${value}`) })),
  }
}

/** One share: its link, as address and as code; what it shows; the way to end it. */
export function sharePage(
  share: Share,
  contents: readonly CredentialContent[],
  options: { readonly publicUrl: string; readonly now: Date },
  words: Words,
) {
  const { t } = words
  const url = scanUrl(options.publicUrl, 'p', share.code)
  const state = stateOf(share, options.now)
  return {
    ...page(t('sharing.shareTitle', { recipient: share.recipient })),
    id: share.id,
    isOpen: state === 'open',
    url: url.href,
    path: `/p/${share.code}`,
    printed: url.printed,
    qr: state === 'open' ? qrSvg(url.qr, t('sharing.qrLabel')) : undefined,
    recipientShown: share.recipientShown,
    views: viewsOf(share, t),
    contents: contents.map((content) => titleOf(content, words)),
    ...stateWords(share, state, words),
  }
}

const viewsOf = ({ views }: Share, t: Translate): string =>
  views === 0 ? t('sharing.viewsNone') : t('sharing.views', { count: views })

function stateWords(share: Share, state: ShareState, { t, locale }: Words) {
  const date = formatDate(locale, state === 'withdrawn' ? (share.withdrawnAt ?? '') : lastDay(share))
  return { state, when: t(`sharing.${state}`, { date }) }
}

/** It ends with that day, as they chose it. */
const lastDay = ({ expiresAt }: Share): string => expiresAt.slice(0, 10)

function titleOf(content: CredentialContent, { t, locale }: Words): { title: string; detail: string } {
  if (content.competence !== undefined)
    return { title: content.competence.label, detail: content.competence.levelLabel }
  if (content.mobility === undefined) return { title: content.title, detail: '' }
  const { what, where } = describeStay(content.mobility, locale, t)
  return { title: t('sharing.stay'), detail: `${what}, ${where}` }
}
