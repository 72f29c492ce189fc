import type { KitData } from '../../../browser/verification-kit/kit-data.ts'
import { translator, type MessageKey } from '../../platform/i18n/index.ts'
import { CHECK_TEXTS, textsIn, VERDICT_PARTS } from '../verification/index.ts'

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

const KEYS: readonly MessageKey[] = [
  ...KIT_VERDICTS.flatMap((verdict) => VERDICT_PARTS.map((part) => `verdict.${verdict}.${part}` as const)),
  ...VERDICT_PARTS.map((part) => `verdict.compromised.${part}` as const),
  ...CHECK_TEXTS,
  'verdict.check.successor',
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
export const kitTexts = (): KitData['texts'] => ({
  fr: textsIn(translator('fr'), KEYS),
  en: textsIn(translator('en'), KEYS),
})
