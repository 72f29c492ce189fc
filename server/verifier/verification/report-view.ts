import { verificationUrl, type CompetenceLine } from '../../issuer/credentials/index.ts'
import type { Language } from '../../kernel/locale.ts'
import { formatDate, type PublicTranslate } from '../../platform/i18n/index.ts'
import { qrSvg } from '../../platform/qr/index.ts'
import { signedFacts, type SignedFacts } from './signed-facts.ts'
import { SOFTWARE } from './software.ts'
import type { VerificationDeps } from './verification-deps.ts'
import type { VerifiedPage } from './verified-page.ts'
import { verdictView, type VerdictView } from './view.ts'

/** So many competences leave no room for the usual letters. */
const MANY = 8

/** The verdict as one sheet to print and file: what the page says, how it was found, and how to find it again. */
export interface ReportView extends Omit<VerdictView, 'reportUrl'> {
  /** « 3 juillet 2026 à 11:00, heure de Paris (2026-07-03T09:00:00Z) » */
  readonly instant: string
  readonly signedOn?: string
  /** What identifies the document and its signature, where the signature holds. */
  readonly facts?: SignedFacts
  /** In groups that an eye can compare. */
  readonly digest?: readonly string[]
  /** Every competence with all its voices. */
  readonly skills: readonly CompetenceLine[]
  /** Set smaller, so that it stays one sheet. */
  readonly isLong: boolean
  readonly software: string
  /** Where to ask again, as a link and as a QR code. */
  readonly url: string
  readonly qr: string
}

export function reportView(
  { publicUrl, platformContact }: Pick<VerificationDeps, 'publicUrl' | 'platformContact'>,
  page: VerifiedPage,
  t: PublicTranslate,
  language: Language,
): ReportView {
  const { reportUrl: _here, ...view } = verdictView(page, t, language, platformContact)
  const facts = signedFacts(page)
  const skills = view.content === undefined ? [] : [...view.content.first, ...view.content.others]
  // what somebody typed and what can be no code is asked again where codes are
  const url = view.code === undefined ? `${publicUrl}/verify` : verificationUrl(publicUrl, view.code)
  return {
    ...view,
    instant: inParis(page.checkedAt, t, language),
    ...(facts?.signedAt === undefined ? {} : { signedOn: inParis(facts.signedAt, t, language) }),
    ...(facts === undefined ? {} : { facts }),
    ...(facts?.sha256 === undefined ? {} : { digest: facts.sha256.match(/.{8}/g) ?? [] }),
    skills,
    isLong: skills.length > MANY,
    software: `${SOFTWARE.name} ${SOFTWARE.version}`,
    url,
    qr: qrSvg(url, t('verdict.reportQr')),
  }
}

/** An instant in words, and exactly: a sheet that is filed says in which time zone it speaks. */
const inParis = (instant: string, t: PublicTranslate, language: Language): string =>
  t('verdict.reportInstant', { date: formatDate(language, instant, 'time'), instant })
