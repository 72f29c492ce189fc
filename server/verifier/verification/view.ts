import { parseCrockfordCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/locale.ts'
import { formatDate, type PublicMessageKey, type PublicTranslate } from '../../platform/i18n/index.ts'
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
import { PUBLIC_CODE_LENGTH } from './verify-by-code.ts'

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
  /** A code of ours: the verdict can be asked for again, and printed. */
  readonly code?: string
  /** Nothing of it is said while its holder, or their guardian, has not opened it. */
  readonly holderHidden: boolean
  readonly tone: string
  readonly icon: string
  readonly checkedAt: string
  /** What to do next is said before anything else: only what is verified speaks first. */
  readonly nextFirst: boolean
  /** Who can be written to, where the content does not say so beside those who attest. */
  readonly contacts: readonly Contact[]
  readonly successor?: string
  readonly content?: ContentView & { readonly contacts?: readonly Contact[] }
  /** The content is there, but a newer version should be read. */
  readonly folded: boolean
  /** What a document that is not ours claims, when that is all we can say. */
  readonly claims?: Claims
  readonly checks: readonly { readonly label: string; readonly outcome: string; readonly icon: string }[]
  /** The signed JSON. */
  readonly rawUrl?: string
  /** The verdict as a sheet to print; as JSON under the same address with `.json`. */
  readonly reportUrl?: string
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
  t: PublicTranslate,
  language: Language,
  platformContact?: string,
): VerdictView {
  const { verdict, document, successor } = page
  const described =
    document !== undefined && hasPassed(page, 'proof') ? describeDocument(document) : undefined
  const shown = readContent(page, language)
  const summary = described && named(described, shown)
  const content = shown === undefined ? undefined : contentView(shown, t, language, page)
  const mayClaim = content === undefined && disclosure(page) !== 'none'
  const claims = mayClaim && summary !== undefined ? claimsOf(summary, language) : undefined
  const code = parseCrockfordCode(page.code ?? '', PUBLIC_CODE_LENGTH)
  const isErased = page.erasedAt !== undefined
  const askCode = verdict === 'not-found' && !isErased
  const words = verdictWords(page, summary, t, language)
  const contacts = contactsOf(
    content?.attestors ?? signersOf(page),
    { did: summary?.issuerId, organisation: summary?.issuerName ?? '', email: summary?.issuerEmail },
    { today: page.today, platformContact, code: page.code },
    t,
  )
  const nextFirst = verdict !== 'verified'
  const besideAttestors = !nextFirst && content !== undefined
  return {
    title: words.heading,
    verdict,
    ...(code === undefined ? {} : { code, reportUrl: `/v/${code}/report` }),
    holderHidden: verdict === 'private',
    nextFirst,
    tone: isErased ? 'slate' : VERDICT_TONES[verdict],
    icon: isErased ? 'verdict-not-found' : `verdict-${verdict}`,
    ...words,
    ...(verdict === 'verified' ? { next: t(whoAnswers(contacts)) } : {}),
    checkedAt: t('verdict.checkedAt', { date: formatDate(language, page.checkedAt, 'time') }),
    contacts: besideAttestors ? [] : contacts,
    ...(successor === undefined ? {} : { successor }),
    ...(content === undefined ? {} : { content: besideAttestors ? { ...content, contacts } : content }),
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
    hasMain: askCode || content !== undefined || claims !== undefined,
  }
}

/** Of what is not told, still who signed it: somebody can be asked. */
const signersOf = (page: VerifiedPage) =>
  hasPassed(page, 'proof')
    ? [...(page.today ?? [])].map(([did, { name }]) => ({ did, organisation: name }))
    : []

/** An answer is promised only where somebody can be asked. */
function whoAnswers(contacts: readonly Contact[]): PublicMessageKey {
  if (contacts.length === 0) return 'verdict.verified.nextAlone'
  return contacts.every(({ isPlatform }) => isPlatform)
    ? 'verdict.verified.nextPlatform'
    : 'verdict.verified.next'
}

function claimsOf(summary: DocumentSummary, language: Language): Claims {
  const issuedOn = summary.validFrom === undefined ? '' : formatDate(language, summary.validFrom)
  return {
    issuer: summary.issuerName,
    ...(summary.title === undefined ? {} : { title: summary.title }),
    ...(summary.holderName === undefined ? {} : { holder: summary.holderName }),
    ...(issuedOn === '' ? {} : { issuedOn }),
  }
}
