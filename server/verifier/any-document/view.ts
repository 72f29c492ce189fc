import type { Language } from '../../kernel/locale.ts'
import { formatDate, type PublicMessageKey, type PublicTranslate } from '../../platform/i18n/index.ts'
import { hasType, type Check, type CheckCode, type JsonObject } from '../../vc/index.ts'
import type { Carrier, Found } from '../reading/index.ts'
import type { VerifiedPage } from '../verification/index.ts'
import type { HostedBadge } from './ask-host.ts'

/** What stands above the verdict of something that was brought: what it is, and why not when not. */
export interface BroughtView {
  readonly what: string
  readonly notes: readonly string[]
}

export function broughtView(found: Found, page: VerifiedPage, t: PublicTranslate): BroughtView {
  return { what: whatItIs(found, page.document, t), notes: [...why(page, t), ...about(found, t)] }
}

/** « Un badge Open Badges 3.0, dans une image. » */
export function whatItIs(found: Found, document: JsonObject | undefined, t: PublicTranslate): string {
  const what = t(`anyDocument.what.${kindOf(found, document)}`)
  const carried = found.carrier === 'text' ? what : t(`anyDocument.in.${found.carrier}`, { what })
  return `${carried}.`
}

export type DocumentKind = 'open-badge-2' | 'open-badge-3' | 'passport' | 'endorsement' | 'credential'

export function kindOf(found: Found, document: JsonObject | undefined): DocumentKind {
  if (found.kind === 'open-badge-2') return 'open-badge-2'
  if (document === undefined) return 'credential'
  if (hasType(document, 'ClrCredential')) return 'passport'
  if (hasType(document, 'EndorsementCredential')) return 'endorsement'
  const isBadge = hasType(document, 'OpenBadgeCredential') || hasType(document, 'AchievementCredential')
  return isBadge ? 'open-badge-3' : 'credential'
}

/** Reasons that the sentence of a verdict leaves out. */
const REASONS: Readonly<Partial<Record<CheckCode, PublicMessageKey>>> = {
  'proof-missing': 'anyDocument.why.unsigned',
  'issuer-not-key-controller': 'anyDocument.why.foreignKey',
  'holder-not-signer': 'anyDocument.why.foreignKey',
  'key-not-found': 'anyDocument.why.keyUnknown',
  'key-not-authorised': 'anyDocument.why.keyUnknown',
  'claims-mismatch': 'anyDocument.why.contradicts',
  'proof-expired': 'anyDocument.why.signatureExpired',
  'cryptosuite-unsupported': 'anyDocument.why.unspoken',
  'cryptosuite-unknown': 'anyDocument.why.unspoken',
  'securing-unsupported': 'anyDocument.why.unspoken',
  'base-proof-presented': 'anyDocument.why.baseProof',
}

/** Form before signature: a document that follows no standard was not understood, so that nothing was compared. */
function why(page: VerifiedPage, t: PublicTranslate): string[] {
  if (page.verdict !== 'not-authentic' && page.verdict !== 'unverifiable-now') return []
  const open = page.checks.find(({ status }) => status === 'failed' || status === 'unavailable')
  const key = open === undefined ? undefined : (REASONS[open.code] ?? formless(open))
  return key === undefined ? [] : [t(key)]
}

const formless = ({ name, status }: Check): PublicMessageKey | undefined =>
  name === 'data-model' && status === 'failed' ? 'anyDocument.why.formless' : undefined

/** Pages and pictures around signed data: nobody signed these for us, and anybody can attach data to others. */
const AROUND: Readonly<Partial<Record<Carrier, PublicMessageKey>>> = {
  pdf: 'anyDocument.around.pages',
  png: 'anyDocument.around.picture',
  svg: 'anyDocument.around.picture',
}

function about({ kind, carrier, others, presentations }: Found, t: PublicTranslate): string[] {
  const around = kind === 'credential' || kind === 'jwt' ? AROUND[carrier] : undefined
  return [
    ...(around === undefined ? [] : [t(around)]),
    ...(kind === 'jwt' ? [t('anyDocument.token')] : []),
    ...(presentations === undefined ? [] : [t('anyDocument.presentation')]),
    ...(others === 0 ? [] : [t('anyDocument.others', { count: others })]),
  ]
}

/** The page of a badge that has no signature we could check. */
export function hostedBadgeView(badge: HostedBadge, found: Found, t: PublicTranslate, language: Language) {
  const { answer, host = '', signed } = badge
  const issuedOn = badge.issuedOn === undefined ? '' : formatDate(language, badge.issuedOn)
  const isWarning = answer === 'different' || answer === 'withdrawn' || answer === 'elsewhere'
  return {
    title: t('anyDocument.older.title'),
    tone: isWarning ? 'amber' : 'slate',
    icon: isWarning ? 'warning' : 'info',
    what: whatItIs(found, undefined, t),
    notes: about(found, t),
    sentence: t(signed ? 'anyDocument.older.signed' : `anyDocument.older.${answer}`, { host }),
    checkedAt: t('verdict.checkedAt', { date: formatDate(language, badge.checkedAt, 'time') }),
    claims: {
      ...(badge.title === undefined ? {} : { title: badge.title }),
      ...(badge.issuer === undefined ? {} : { issuer: badge.issuer }),
      ...(issuedOn === '' ? {} : { issuedOn }),
      ...(host === '' ? {} : { host }),
    },
  }
}
