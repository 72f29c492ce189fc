import type { Locale } from '../../kernel/locale.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import { qrSvg } from '../../platform/qr/index.ts'
import {
  describeStay,
  groupCode,
  levelRank,
  missingCharacters,
  scanUrl,
  voicesOf,
  withoutScheme,
  type Passport,
} from '../passports/index.ts'
import { visitsSentence } from '../visits/index.ts'
import type { Wallet } from './open-wallet.ts'

interface Words {
  readonly t: Translate
  readonly locale: Locale
}

const page = (title: string) => ({ title, plain: true, unlisted: true, pageClass: 'narrow' })

/** The first page of a young person's own space. */
export function homePage(
  wallet: Wallet,
  options: { readonly givenName: string; readonly publicUrl: string },
  words: Words,
) {
  const { passport, withdrawn, isPublic, visits } = wallet
  const { t } = words
  return {
    ...page(t('wallet.title')),
    givenName: options.givenName,
    withdrawn,
    isPublic,
    visits: visitsSentence(visits, t),
    passport: passport && passportModel(passport, options.publicUrl, words),
  }
}

/** The code, as large as the screen. */
export const showPage = (passport: Passport, publicUrl: string, words: Words) => ({
  ...page(words.t('wallet.showTitle')),
  pageClass: 'narrow show-page',
  passport: passportModel(passport, publicUrl, words),
})

/** Pages that offer files: to print, to take along. */
export function filesPage(what: 'print' | 'download', passport: Passport | undefined, { t, locale }: Words) {
  const missing = passport === undefined ? [] : missingCharacters(passport.content)
  return {
    ...page(t(`wallet.${what}Title`)),
    hasPassport: passport !== undefined,
    lang: locale,
    missing:
      missing.length > 0 && t('printing.missing', { count: missing.length, characters: missing.join(' ') }),
  }
}

/** After leaving: nobody is named. */
export const leftPage = (t: Translate) => page(t('wallet.leftTitle'))

function passportModel({ content }: Passport, publicUrl: string, { t, locale }: Words) {
  const url = scanUrl(publicUrl, 'v', content.code)
  const skills = content.competences.flatMap(({ competence }) => competence ?? [])
  return {
    holderName: content.holderName,
    verifyPath: `/v/${content.code}`,
    typedAddress: `${withoutScheme(publicUrl)}/v/`,
    typedCode: groupCode(content.code),
    // the address alone: from a small, scratched or dim screen large modules are read, and who shows it has a network
    qr: qrSvg(url.qr, t('holder.qrLabel')),
    stays: content.stays.map((stay) => describeStay(stay, locale, t)),
    skillCount: skills.length,
    skills: skills.map((skill) => ({
      label: skill.label,
      rank: String(levelRank(skill.level)),
      max: skill.levelMax,
      levelLabel: skill.levelLabel,
      voices: voicesOf(skill, t),
    })),
  }
}
