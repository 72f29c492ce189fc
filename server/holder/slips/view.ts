import type { Locale } from '../../kernel/locale.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import {
  describeStay,
  groupCode,
  levelRank,
  qrSvg,
  scanUrl,
  voicesOf,
  withoutScheme,
  type Passport,
} from '../passports/index.ts'
import type { FoundHolder } from './find-holder-by-name.ts'
import type { OpenSlip } from './issue-slip.ts'
import type { OpenedSlip } from './open-slip.ts'

/** The young person's page. */
export function passportPage(
  opened: OpenedSlip & { readonly passport: Passport },
  options: { readonly publicUrl: string; readonly locale: Locale; readonly t: Translate },
) {
  const { t, locale } = options
  const { content } = opened.passport
  const url = scanUrl(options.publicUrl, 'v', content.code)
  const [stay] = content.stays
  const skills = content.competences.flatMap(({ competence }) => competence ?? [])
  return {
    title: t('holder.pageTitle'),
    plain: true,
    unlisted: true,
    pageClass: 'narrow',
    base: `/s/${opened.code}`,
    givenName: opened.holder.givenName,
    passport: {
      holderName: content.holderName,
      verifyPath: `/v/${content.code}`,
      typedAddress: `${withoutScheme(options.publicUrl)}/v/`,
      typedCode: groupCode(content.code),
      qr: qrSvg(url.qr, t('holder.qrLabel')),
      stay: stay && describeStay(stay, locale, t),
      issuedOn: content.issuedOn,
      skillCount: skills.length,
      skills: skills.map((skill) => ({
        label: skill.label,
        rank: String(levelRank(skill.level)),
        max: skill.levelMax,
        levelLabel: skill.levelLabel,
        voices: voicesOf(skill, t),
      })),
    },
  }
}

/** A slip that opens nothing (any more): what happened, and what to do. */
export function closedSlipPage(code: 'link-expired' | 'link-unknown', t: Translate) {
  const replaced = code === 'link-expired'
  return {
    title: t(replaced ? 'holder.replacedTitle' : 'holder.unknownTitle'),
    sentence: t(replaced ? 'holder.replaced' : 'holder.unknown'),
    plain: true,
    unlisted: true,
    pageClass: 'narrow',
  }
}

/** The people found by their exact name; the birth year only where it tells two of them apart. */
export function foundHolders(found: readonly FoundHolder[]) {
  return found.map((holder) => ({
    name: `${holder.givenName} ${holder.familyName}`,
    organisationName: holder.organisationName,
    birthYear: found.length > 1 ? holder.birthYear : null,
    action: `/learners/${holder.id}/slip`,
  }))
}

/** A new slip, on the trainer's screen. */
export function reissuedPage(
  slip: OpenSlip & { readonly holder: { readonly id: string; readonly givenName: string } },
  publicUrl: string,
  t: Translate,
) {
  const name = slip.holder.givenName
  return {
    title: t('holder.reissuedTitle', { name }),
    section: 'slips',
    unlisted: true,
    pageClass: 'narrow',
    code: groupCode(slip.slip),
    qr: qrSvg(scanUrl(publicUrl, 's', slip.slip).qr, t('holder.reissuedQr', { name })),
    print: `/learners/${slip.holder.id}/slip.pdf`,
  }
}
