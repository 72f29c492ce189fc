import { competenceLines, langOf, staysOf, type CredentialContent } from '../../issuer/credentials/index.ts'
import type { Language } from '../../kernel/locale.ts'
import { formatDate, type PublicTranslate } from '../../platform/i18n/index.ts'
import { VERDICT_TONES, type Verdict } from '../../vc/index.ts'
import { describeStay } from '../passports/index.ts'
import type { OpenedShare, SharedCredential } from './open-share.ts'
import { readSigned } from './read-signed.ts'

/** Who reads: a stranger, in one of the public languages. */
interface Words {
  readonly t: PublicTranslate
  readonly language: Language
}

type Open = Extract<OpenedShare, { state: 'open' }>

/** What still stands: only that is shown as true. */
const stands = ({ verdict }: Pick<SharedCredential, 'verdict'>): boolean => verdict === 'verified'

/** The verdict of a share as a whole: what stands is true, whatever else fell; without any, what befell the first. */
export const verdictOf = ({ credentials }: Open): Verdict =>
  credentials.some(stands) ? 'verified' : (credentials[0]?.verdict ?? 'not-found')

/** The share for machines: the signed documents that stand, byte for byte; of the others their verdict, and no more. */
export function presentationJson(opened: Open): string {
  const documents = opened.credentials.filter(stands).flatMap(({ record }) => record.signed ?? [])
  const fallen = opened.credentials.filter((one) => !stands(one)).map(({ verdict }) => verdict)
  const verdict = verdictOf(opened)
  const said = JSON.stringify(fallen.length === 0 ? { verdict } : { verdict, fallen }).slice(0, -1)
  return `${said},"credentials":[${documents.join(',')}]}`
}

/** The share for people: a verdict first, as on the page behind the passport's code. */
export function presentationPage(opened: Open, words: Words) {
  const { t, language } = words
  const standing = opened.credentials.filter(stands)
  const contents = standing.flatMap(({ record }) =>
    record.signed === null ? [] : [readSigned(record.signed, language)],
  )
  const [first] = contents
  const isTrue = first !== undefined
  const verdict = verdictOf(opened)
  const issuers = [...new Set(contents.map(({ issuer }) => issuer.name))].join(', ')
  const { recipient, recipientShown, expiresAt } = opened.share
  return {
    title: t(isTrue ? 'verdict.verified.title' : 'shared.nothingStands'),
    plain: true,
    unlisted: true,
    shareTitle: t('shared.ogTitle'),
    tone: VERDICT_TONES[verdict],
    icon: `verdict-${verdict}`,
    verdict,
    ...(first === undefined ? {} : langOf(first.locale, language)),
    sentence: t(isTrue ? 'shared.sentence' : 'shared.nothingStandsText', { issuer: issuers }),
    checkedAt: t('verdict.checkedAt', { date: formatDate(language, opened.checkedAt, 'time') }),
    isTrue,
    holder: first?.holderName,
    recipient: isTrue && recipientShown ? t('shared.sharedWith', { recipient }) : undefined,
    until: t('shared.until', { date: formatDate(language, expiresAt.slice(0, 10)) }),
    stays: staysOf(contents).map((stay) => describeStay(stay, language, t)),
    skills: competenceLines(contents, language),
    attestors: attestorsOf(contents),
    confirmers: [...new Set(contents.flatMap(({ competence }) => competence?.confirmedBy ?? []))],
    observations: observationsOf(contents, words),
    fallen: isTrue ? fallenOf(opened.credentials, words) : [],
    proves: t('verdict.verified.proves', { issuer: issuers }),
    notProves: t('shared.notProves', { holder: first?.holderName ?? '' }),
    contacts: contactsOf(contents, words),
  }
}

function attestorsOf(contents: readonly CredentialContent[]) {
  const known = new Map<string, { official: string; organisation: string }>()
  for (const { attestedBy: official, issuer } of contents)
    known.set(`${official}\n${issuer.name}`, { official, organisation: issuer.name })
  return [...known.values()]
}

/** What was seen, said once even where it stands in several credentials. */
function observationsOf(contents: readonly CredentialContent[], { t }: Words) {
  const byText = new Map<string, { text: string; by: string }>()
  for (const { observation, attestedBy, issuer } of contents)
    if (observation !== undefined && observation !== '' && !byText.has(observation)) {
      const by = t('verdict.observedBy', { official: attestedBy, organisation: issuer.name })
      byText.set(observation, { text: observation, by })
    }
  return [...byText.values()]
}

/** What was chosen and does not stand today: named, and not told. */
function fallenOf(credentials: readonly SharedCredential[], { t, language }: Words) {
  return credentials
    .filter((one) => !stands(one))
    .map(({ record, verdict }) => ({
      // of bytes that nobody signed not even the name is believed
      title:
        record.signed === null || verdict === 'not-authentic'
          ? t('shared.untitled')
          : readSigned(record.signed, language).title,
      why: t(`verdict.${verdict}.title`),
    }))
}

function contactsOf(contents: readonly CredentialContent[], { t }: Words) {
  const names = new Map<string, string>()
  for (const { issuer } of contents)
    // what may stand in a `mailto:` as it is (RFC 6068)
    if (issuer.email !== undefined && /^[\w.+-]+@[\w.-]+$/.test(issuer.email))
      names.set(issuer.email, issuer.name)
  return [...names].map(([email, organisation]) => ({
    href: `mailto:${email}`,
    label: names.size === 1 ? t('verdict.writeTo') : t('verdict.writeToOne', { organisation }),
  }))
}

/** A link that shows nothing (any more): kind, and without a name. */
export function closedSharePage(state: 'unknown' | 'withdrawn' | 'expired', { t }: Words) {
  return {
    title: t(`shared.closed-${state}Title`),
    sentence: t(`shared.closed-${state}`),
    plain: true,
    unlisted: true,
    pageClass: 'narrow',
    shareTitle: t('shared.ogTitle'),
  }
}
