import type { KitData } from '../../../browser/verification-kit/kit-data.ts'
import type { Locale } from '../../kernel/locale.ts'
import { translator, type MessageKey } from '../../platform/i18n/index.ts'

/** The verdicts that a page without server can give. */
export const KIT_VERDICTS = [
  'verified',
  'not-yet-valid',
  'expired',
  'suspended',
  'superseded',
  'issuer-unknown',
  'revoked',
  'not-authentic',
  'unverifiable-now',
] as const
const PARTS = ['title', 'sentence', 'proves', 'notProves', 'next'] as const
const CHECKS = [
  'document',
  'data-model',
  'context',
  'proof',
  'issuer',
  'validity',
  'status',
  'schema',
  'members',
  'successor',
] as const
const OUTCOMES = ['passed', 'failed', 'warning', 'skipped', 'unavailable'] as const

const KEYS: readonly MessageKey[] = [
  ...KIT_VERDICTS.flatMap((verdict) => PARTS.map((part) => `verdict.${verdict}.${part}` as const)),
  ...PARTS.map((part) => `verdict.compromised.${part}` as const),
  ...CHECKS.map((name) => `verdict.check.${name}` as const),
  ...OUTCOMES.map((outcome) => `verdict.status.${outcome}` as const),
  'verdict.somebody',
  'kit.age',
  'kit.verifiedSentence',
  'kit.verifiedProves',
  'kit.verifiedNext',
  'kit.unverifiableNext',
  'kit.suspendedNext',
  'kit.supersededNext',
  'kit.nothing',
  'kit.notJson',
  'kit.pdfWithoutJson',
  'kit.tooLarge',
  'kit.tooOld',
]

/** The sentences the page's script needs, in every language, their blanks left open. */
export const kitTexts = (): KitData['texts'] => ({ fr: textsIn('fr'), en: textsIn('en') })

function textsIn(locale: Locale): Record<string, string> {
  const t = translator(locale)
  return Object.fromEntries(KEYS.map((key) => [key, t(key)]))
}
