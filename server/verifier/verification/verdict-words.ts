import { REVOCATION_REASONS } from '../../issuer/revocation/index.ts'
import { inGroupsOfFour } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/locale.ts'
import { formatDate, type PublicMessageKey, type PublicTranslate } from '../../platform/i18n/index.ts'
import { isRefusedForKey } from '../../vc/index.ts'
import type { DocumentSummary } from '../../vc/index.ts'
import type { VerifiedPage } from './verified-page.ts'

/** What a verdict says of itself, in the visitor's language. */
export interface VerdictWords {
  readonly heading: string
  readonly sentence: string
  /** Why it was withdrawn, or which answer was missing. */
  readonly because?: string
  readonly proves: string
  readonly notProves: string
  readonly next: string
}

/** The sentences of a verdict; `summary` is what the document says, when its signature holds. */
export function verdictWords(
  page: VerifiedPage,
  summary: DocumentSummary | undefined,
  t: PublicTranslate,
  language: Language,
): VerdictWords {
  const { verdict } = page
  const params = {
    issuer: summary?.issuerName ?? '',
    holder: summary?.holderName ?? page.initials ?? t('verdict.somebody'),
    date: unbroken(formatDate(language, decisiveDate(page, summary))),
    code: unbroken(groupCode(page.code ?? '')),
  }
  const cause = page.erasedAt !== undefined ? 'erased' : isRefusedForKey(page) ? 'compromised' : verdict
  const say = (part: 'title' | 'proves' | 'notProves' | 'next'): string =>
    t(`verdict.${cause}.${part}`, params)
  const because = reasonOf(page, t) ?? missingAnswer(page, t)
  return {
    heading: say('title'),
    sentence: t(sentenceKey(page), params),
    ...(because === undefined ? {} : { because }),
    // of an erased document nothing is left that would name its issuer
    proves: summary === undefined && cause === 'revoked' ? t('verdict.revoked.provesErased') : say('proves'),
    notProves: say('notProves'),
    // what was signed again is one step away
    next:
      cause === 'compromised' && page.successor !== undefined ? t('verdict.superseded.next') : say('next'),
  }
}

function sentenceKey(page: VerifiedPage): PublicMessageKey {
  const { verdict, revokedAt } = page
  if (page.erasedAt !== undefined) return 'verdict.erased.sentence'
  if (isRefusedForKey(page)) return 'verdict.compromised.sentence'
  return verdict === 'revoked' && revokedAt !== undefined
    ? 'verdict.revoked.sentenceDated'
    : `verdict.${verdict}.sentence`
}

/** The date a verdict's sentence turns on. */
function decisiveDate(page: VerifiedPage, summary: DocumentSummary | undefined): string {
  if (page.erasedAt !== undefined) return page.erasedAt
  if (page.verdict === 'revoked') return page.revokedAt ?? ''
  if (page.verdict === 'expired') return summary?.validUntil ?? ''
  return summary?.validFrom ?? ''
}

function reasonOf(page: VerifiedPage, t: PublicTranslate): string | undefined {
  if (page.verdict === 'superseded' && page.revokedAt !== undefined) return t('verdict.superseded.corrected')
  if (page.verdict !== 'revoked') return undefined
  const reason = REVOCATION_REASONS.find((known) => known === page.revocationReason)
  return reason === undefined || reason === 'other' ? undefined : t(`verdict.reason.${reason}`)
}

const MISSING: Readonly<Partial<Record<string, PublicMessageKey>>> = {
  status: 'verdict.because.status',
  members: 'verdict.because.status',
  'data-model': 'verdict.because.context',
  context: 'verdict.because.context',
  proof: 'verdict.because.proof',
}

const TOO_BIG: ReadonlySet<string> = new Set(['too-large', 'too-deep'])

function missingAnswer({ verdict, checks }: VerifiedPage, t: PublicTranslate): string | undefined {
  if (verdict !== 'unverifiable-now') return undefined
  const open =
    checks.find(({ status }) => status === 'unavailable') ?? checks.find(({ status }) => status === 'failed')
  const key = TOO_BIG.has(open?.code ?? '') ? 'verdict.because.size' : MISSING[open?.name ?? '']
  return key === undefined ? undefined : t(key)
}

/** « 7K3F 9QXW 2M4T »: as it is printed. What cannot be a code is cut short. */
export function groupCode(code: string): string {
  if (!/^[0-9A-Z]{12}$/.test(code)) return code.slice(0, 40)
  return inGroupsOfFour(code)
}

/** Kept on one line. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')
