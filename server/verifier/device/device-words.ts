import type { Language } from '../../kernel/locale.ts'
import { translator, type PublicMessageKey } from '../../platform/i18n/index.ts'
import { CHECK_TEXTS, textsIn, VERDICT_PARTS } from '../verification/index.ts'
import { phone } from '../../../templates/locales/fr/phone.ts'

/** What a device without network can find out of a paper. */
export const DEVICE_VERDICTS = [
  'verified',
  'not-yet-valid',
  'suspended',
  'superseded',
  'revoked',
  'not-authentic',
  'unverifiable-now',
] as const
/** What the whole document's check on a device can find besides. */
const OTHER_VERDICTS = ['expired', 'issuer-unknown'] as const
/** Keys of `phone` that are said without a server. */
const ALONE = /^(here(\..+|Not)?|known|old|moreSkills|signedBy|underMonth|unnamedSkill|level)$/

/** Beside the server's verdict. */
const VOICE: readonly PublicMessageKey[] = [
  ...phoneKeys((key) => !ALONE.test(key)),
  ...[...DEVICE_VERDICTS, ...OTHER_VERDICTS].map((verdict) => `verdict.${verdict}.title` as const),
  ...CHECK_TEXTS,
]
/** In the server's place. */
const HERE: readonly PublicMessageKey[] = [
  ...phoneKeys((key) => ALONE.test(key)),
  ...[...DEVICE_VERDICTS, 'compromised' as const].flatMap((verdict) =>
    VERDICT_PARTS.map((part) => `verdict.${verdict}.${part}` as const),
  ),
  'verdict.somebody',
  'verdict.skills',
]

/** The sentences of the page that answers without network, their blanks left open. */
export const hereWords = (language: Language): Record<string, string> => textsIn(translator(language), HERE)

/** The sentences that the device's scripts say beside a verdict. */
export const voiceWords = (language: Language): Record<string, string> => textsIn(translator(language), VOICE)

function phoneKeys(wanted: (key: string) => boolean): PublicMessageKey[] {
  const keys = Object.keys(phone) as (keyof typeof phone)[]
  return keys.filter(wanted).map((key) => `phone.${key}` as const)
}
