import { dayInParis } from '../../kernel/clock.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatDate, type Translate } from '../../platform/i18n/index.ts'
import { qrSvg } from '../../platform/qr/index.ts'
import { publicNameOf, type Organisation } from '../organisations/index.ts'
import type { Agreement } from './agreement.ts'
import type { Ward } from './find-ward.ts'
import { isMinor } from './minority.ts'
import type { OpenLink } from './make-link.ts'
import type { OpenedLink } from './open-guardian-link.ts'

interface Words {
  readonly t: Translate
  readonly locale: Locale
}

/** The trainer's page about a minor's agreement. */
export function wardPage(ward: Ward, now: Date, { t, locale }: Words) {
  const { person, agreements, link } = ward
  const path = wardPath(person.learnerId)
  const holding = agreements.find(({ withdrawnAt }) => withdrawnAt === null)
  const minor = isMinor(person.birthDate, now)
  const day = (value: string) => formatDate(locale, value)
  return {
    title: t('guardianship.wardTitle', { name: `${person.givenName} ${person.familyName}` }),
    section: 'learners',
    pageClass: 'narrow',
    name: person.givenName,
    path,
    learnerPath: `/learners/${person.learnerId}`,
    minor,
    withoutBirthDate: person.birthDate === null,
    agreed: holding !== undefined,
    mayAgree: minor && holding === undefined,
    together: ward.together,
    ownAgreement: ward.ownAgreement,
    state: stateOf(holding, minor, person.birthDate, { t, locale }),
    latest: dayInParis(now),
    link: link && {
      until: t('guardianship.linkUntil', { date: day(link.link.expiresAt) }),
      mailed:
        link.link.mailedAt === null
          ? undefined
          : t('guardianship.linkMailed', { date: formatDate(locale, link.link.mailedAt, 'time') }),
      letter: `${path}/letter`,
    },
    history: agreements.map((agreement) => ({
      given: t(`guardianship.given-${agreement.way}`, { date: day(agreement.givenOn) }),
      reference: agreement.reference ?? undefined,
      withdrawn:
        agreement.withdrawnAt === null
          ? undefined
          : t('guardianship.withdrawnOn', { date: day(agreement.withdrawnAt) }),
    })),
    languages: [
      { value: 'fr', label: t('guardianship.inFrench') },
      { value: 'en', label: t('guardianship.inEnglish') },
    ],
  }
}

export const wardPath = (learnerId: string): string => `/learners/${encodeURIComponent(learnerId)}/guardian`

function stateOf(
  holding: Agreement | undefined,
  minor: boolean,
  birthDate: string | null,
  { t, locale }: Words,
): { tone: string; text: string } {
  if (birthDate === null) return { tone: 'info', text: t('guardianship.stateUnknownAge') }
  if (!minor) return { tone: 'info', text: t('guardianship.stateOfAge') }
  if (holding === undefined) return { tone: 'warning', text: t('guardianship.stateWaits') }
  return {
    tone: 'success',
    text: t('guardianship.stateAgreed', { date: formatDate(locale, holding.givenOn) }),
  }
}

/** A letter to print: the guardian's link as a code to scan and an address to type. */
export function letterPage({ link, url, person }: OpenLink, structure: Structure, { t, locale }: Words) {
  const name = person.givenName
  return {
    title: t('guardianship.letterTitle', { name }),
    section: 'learners',
    pageClass: 'narrow',
    back: wardPath(person.learnerId),
    about: t('guardianship.mailAbout', { name, structure: structure.name, platform: structure.platform }),
    ask: t('guardianship.mailAsk', { name }),
    until: t('guardianship.mailUntil', { date: formatDate(locale, link.expiresAt) }),
    qr: qrSvg(url, t('guardianship.letterQr')),
    url,
  }
}

/** Who answers for the young person. */
export interface Structure {
  readonly name: string
  readonly email: string | null
  readonly platform: string
}

export const structureOf = (organisation: Organisation | undefined, platform: string): Structure => ({
  name: organisation === undefined ? platform : publicNameOf(organisation),
  email: organisation?.contactEmail ?? null,
  platform,
})

/** The guardian's own page: what it is about, then the question or the answer given. */
export function guardianPage(
  opened: OpenedLink,
  structure: Structure,
  guardianPath: string,
  { t, locale }: Words,
) {
  const { person, agreement, link, together } = opened
  const name = person.givenName
  const say = (key: `guardianship.${GuardianSentence}`) =>
    t(key, { name, structure: structure.name, platform: structure.platform })
  return {
    title: say('guardianship.askTitle'),
    plain: true,
    unlisted: true,
    pageClass: 'narrow centred',
    path: guardianPath,
    lede: say('guardianship.askLede'),
    together: together ? say('guardianship.askTogether') : undefined,
    who: say('guardianship.askWho'),
    recorded: RECORDED.map(say),
    shown: SHOWN.map(say),
    rights: RIGHTS.map(say),
    rightsTitle: say('guardianship.rightsTitle'),
    contact: structure.email === null ? undefined : `mailto:${structure.email}`,
    agreed: agreement && t('guardianship.askAgreed', { date: formatDate(locale, agreement.givenOn), name }),
    asks: agreement === undefined && link.usedAt === null,
    authority: [{ value: 'yes', label: say('guardianship.askAuthority') }],
  }
}

const RECORDED = [
  'guardianship.recordedName',
  'guardianship.recordedStay',
  'guardianship.recordedSkills',
  'guardianship.recordedYou',
] as const
const SHOWN = ['guardianship.shownPage', 'guardianship.shownWhom', 'guardianship.shownOtherwise'] as const
const RIGHTS = [
  'guardianship.rightSilence',
  'guardianship.rightBack',
  'guardianship.rightTheirs',
  'guardianship.rightData',
  'guardianship.rightEighteen',
] as const

type Sentence = (typeof RECORDED)[number] | (typeof SHOWN)[number] | (typeof RIGHTS)[number]
type GuardianSentence =
  | (Sentence extends `guardianship.${infer Name}` ? Name : never)
  | 'askTitle'
  | 'askLede'
  | 'askTogether'
  | 'askWho'
  | 'askAuthority'
  | 'rightsTitle'
