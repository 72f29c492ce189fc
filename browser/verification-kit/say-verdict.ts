import type { Locale } from '../../server/kernel/locale.ts'
import { isRefusedForKey, type Verdict, type VerificationResult } from '../../server/vc/index.ts'
import type { Told } from './tell-document.ts'
import type { KitData } from './kit-data.ts'

/** The sentences around a verdict, in the page's language. */
export interface Words {
  readonly heading: string
  readonly sentence: string
  /** How old what the kit knows of withdrawals is. */
  readonly age: string
  readonly proves: string
  readonly notProves: string
  readonly next: string
}

/** A text of the kit by its key, its blanks filled. */
export type Say = (key: string, blanks?: Readonly<Record<string, string>>) => string

export function speaker(kit: KitData, locale: Locale): Say {
  const texts = kit.texts[locale]
  return (key, blanks = {}) =>
    (texts[key] ?? key).replace(/\{(\w+)\}/g, (blank, name: string) => blanks[name] ?? blank)
}

/** `told` only when the signature holds: nothing of the content is true otherwise. */
export function sayVerdict(
  result: VerificationResult,
  told: Told | undefined,
  context: { readonly kit: KitData; readonly locale: Locale; readonly say: Say; readonly now: Date },
): Words {
  const { kit, locale, say } = context
  const { verdict } = result
  const cause = isRefusedForKey(result) ? 'compromised' : verdict
  const decisive = (verdict === 'expired' ? told?.validUntil : told?.validFrom) ?? ''
  const blanks = {
    issuer: told?.issuer ?? '',
    holder: told?.holder ?? say('verdict.somebody'),
    date: dateIn(locale, decisive),
  }
  return {
    heading: say(`verdict.${cause}.title`),
    sentence: say(SENTENCES[verdict] ?? `verdict.${cause}.sentence`, blanks),
    age: say('kit.age', {
      date: dateIn(locale, kit.madeAt),
      ago: agoIn(locale, new Date(kit.madeAt), context.now),
    }),
    proves: say(verdict === 'verified' ? 'kit.verifiedProves' : `verdict.${cause}.proves`, blanks),
    notProves: say(`verdict.${cause}.notProves`, blanks),
    next: say(NEXT[verdict] ?? `verdict.${cause}.next`, blanks),
  }
}

/** What a page without a server says otherwise: it knows no more than on the day it was made. */
const SENTENCES: Partial<Record<Verdict, string>> = { verified: 'kit.verifiedSentence' }
const NEXT: Partial<Record<Verdict, string>> = {
  verified: 'kit.verifiedNext',
  'unverifiable-now': 'kit.unverifiableNext',
  suspended: 'kit.suspendedNext',
  superseded: 'kit.supersededNext',
}

const TAGS: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' }

export function dateIn(locale: Locale, instant: string): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return ''
  const format = new Intl.DateTimeFormat(TAGS[locale], { dateStyle: 'long', timeZone: 'Europe/Paris' })
  return firstDay(locale, format.format(date)).replaceAll(' ', '\u00a0')
}

/** « 1er juillet »: the first day of a month alone is said otherwise in French. */
const firstDay = (locale: Locale, date: string): string =>
  locale === 'fr' ? date.replace(/^1(?= )/, '1er') : date

const DAY_MS = 86_400_000
const UNITS = [
  ['year', 365],
  ['month', 30],
  ['day', 1],
] as const

/** « il y a 3 mois », in the largest unit that fits. */
export function agoIn(locale: Locale, then: Date, now: Date): string {
  const days = Math.max(0, Math.floor((now.getTime() - then.getTime()) / DAY_MS))
  const [unit, length] = UNITS.find(([, size]) => days >= size) ?? UNITS[2]
  return new Intl.RelativeTimeFormat(TAGS[locale], { numeric: 'auto' }).format(
    -Math.floor(days / length),
    unit,
  )
}
