import type { Language } from '../../kernel/locale.ts'
import { translator, type PublicMessageKey } from '../../platform/i18n/index.ts'
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
const PARTS = ['title', 'sentence', 'proves', 'notProves', 'next'] as const
/** What the whole document's check on a device can find besides. */
const OTHER_VERDICTS = ['expired', 'issuer-unknown'] as const
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
] as const
/** Keys of `phone` that are said without a server. */
const ALONE = /^(here(\..+|Not)?|known|old|moreSkills|signedBy|underMonth|unnamedSkill|level)$/
const OUTCOMES = ['passed', 'failed', 'warning', 'skipped', 'unavailable'] as const

/** Beside the server's verdict. */
const VOICE: readonly PublicMessageKey[] = [
  ...phoneKeys((key) => !ALONE.test(key)),
  ...[...DEVICE_VERDICTS, ...OTHER_VERDICTS].map((verdict) => `verdict.${verdict}.title` as const),
  ...CHECKS.map((name) => `verdict.check.${name}` as const),
  ...OUTCOMES.map((outcome) => `verdict.status.${outcome}` as const),
]
/** In the server's place. */
const HERE: readonly PublicMessageKey[] = [
  ...phoneKeys((key) => ALONE.test(key)),
  ...[...DEVICE_VERDICTS, 'compromised' as const].flatMap((verdict) =>
    PARTS.map((part) => `verdict.${verdict}.${part}` as const),
  ),
  'verdict.somebody',
  'verdict.skills',
]

/** The sentences of the page that answers without network, their blanks left open. */
export const hereWords = (language: Language): Record<string, string> => wordsOf(HERE, language)

/** The sentences that the device's scripts say beside a verdict. */
export const voiceWords = (language: Language): Record<string, string> => wordsOf(VOICE, language)

function wordsOf(keys: readonly PublicMessageKey[], language: Language): Record<string, string> {
  const t = translator(language)
  return Object.fromEntries(keys.map((key) => [key, t(key)]))
}

function phoneKeys(wanted: (key: string) => boolean): PublicMessageKey[] {
  const keys = Object.keys(phone) as (keyof typeof phone)[]
  return keys.filter(wanted).map((key) => `phone.${key}` as const)
}
