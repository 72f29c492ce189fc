import type { Locale } from '../../kernel/locale.ts'
import { formatDate, type MessageKey, type Translate } from '../../platform/i18n/index.ts'
import {
  describeDocument,
  VERDICT_TONES,
  type CheckStatus,
  type DocumentSummary,
  type Verdict,
} from '../../vc/index.ts'
import { contactsOf, type Contact } from './contacts.ts'
import { contentView, type ContentView } from './content-view.ts'
import { readContent, type ShownContent } from './read-content.ts'
import { groupCode, verdictWords, type VerdictWords } from './verdict-words.ts'
import { disclosure, hasPassed, type VerifiedPage } from './verified-page.ts'

const CHECK_ICONS: Readonly<Record<CheckStatus, string>> = {
  passed: 'check',
  failed: 'cross',
  warning: 'info',
  skipped: 'minus',
  unavailable: 'clock',
}

export interface VerdictView extends VerdictWords {
  readonly title: string
  readonly verdict: Verdict
  readonly tone: string
  readonly icon: string
  readonly checkedAt: string
  /** Who can be written to. */
  readonly contacts: readonly Contact[]
  readonly successor?: string
  readonly content?: ContentView
  /** The content is there, but a newer version should be read. */
  readonly folded: boolean
  /** What a document that is not ours claims, when that is all we can say. */
  readonly claims?: Claims
  readonly checks: readonly { readonly label: string; readonly outcome: string; readonly icon: string }[]
  /** The signed JSON. */
  readonly rawUrl?: string
  /** Ask for the code again. */
  readonly askCode: boolean
  /** « 7K3F 9QXW 2M4T » */
  readonly codeAsPrinted: string
  /** Whether there is anything beside the verdict and its meaning. */
  readonly hasMain: boolean
}

/** A host's word names its person in its evidence, where only we read it. */
const named = (summary: DocumentSummary, shown: ShownContent | undefined): DocumentSummary =>
  summary.holderName === undefined && shown !== undefined
    ? { ...summary, holderName: shown.holderName }
    : summary

interface Claims {
  readonly title?: string
  readonly issuer: string
  readonly holder?: string
  readonly issuedOn?: string
}

/** Everything the verdict page says, in the visitor's language. */
export function verdictView(
  page: VerifiedPage,
  t: Translate,
  locale: Locale,
  platformContact?: string,
): VerdictView {
  const { verdict, document, successor } = page
  const described =
    document !== undefined && hasPassed(page, 'proof') ? describeDocument(document) : undefined
  const shown = readContent(page, locale)
  const summary = described && named(described, shown)
  const content = shown === undefined ? undefined : contentView(shown, t, locale, page)
  const mayClaim = content === undefined && disclosure(page) !== 'none'
  const claims = mayClaim && summary !== undefined ? claimsOf(summary, locale) : undefined
  const isErased = page.erasedAt !== undefined
  const askCode = verdict === 'not-found' && !isErased
  const words = verdictWords(page, summary, t, locale)
  const contacts = contactsOf(
    content?.attestors ?? [],
    { did: summary?.issuerId, organisation: summary?.issuerName ?? '', email: summary?.issuerEmail },
    { today: page.today, platformContact, code: page.code },
    t,
  )
  return {
    title: words.heading,
    verdict,
    tone: isErased ? 'slate' : VERDICT_TONES[verdict],
    icon: isErased ? 'verdict-not-found' : `verdict-${verdict}`,
    ...words,
    ...(verdict === 'verified' ? { next: t(whoAnswers(contacts)) } : {}),
    checkedAt: t('verdict.checkedAt', { date: formatDate(locale, page.checkedAt, 'time') }),
    contacts,
    ...(successor === undefined ? {} : { successor }),
    ...(content === undefined ? {} : { content }),
    ...(claims === undefined ? {} : { claims }),
    folded: disclosure(page) === 'folded',
    checks: page.checks.map(({ name, status }) => ({
      label: t(`verdict.check.${name}`),
      outcome: t(`verdict.status.${status}`),
      icon: CHECK_ICONS[status],
    })),
    // only of a document we keep, and only where its content is shown
    ...(content !== undefined && page.code !== undefined && summary?.id !== undefined
      ? { rawUrl: summary.id }
      : {}),
    askCode,
    codeAsPrinted: groupCode(page.code ?? ''),
    hasMain: askCode || content !== undefined || claims !== undefined || successor !== undefined,
  }
}

/** An answer is promised only where somebody can be asked. */
function whoAnswers(contacts: readonly Contact[]): MessageKey {
  if (contacts.length === 0) return 'verdict.verified.nextAlone'
  return contacts.every(({ isPlatform }) => isPlatform)
    ? 'verdict.verified.nextPlatform'
    : 'verdict.verified.next'
}

function claimsOf(summary: DocumentSummary, locale: Locale): Claims {
  const issuedOn = summary.validFrom === undefined ? '' : formatDate(locale, summary.validFrom)
  return {
    issuer: summary.issuerName,
    ...(summary.title === undefined ? {} : { title: summary.title }),
    ...(summary.holderName === undefined ? {} : { holder: summary.holderName }),
    ...(issuedOn === '' ? {} : { issuedOn }),
  }
}
