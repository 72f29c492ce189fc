import type { Locale } from '../../kernel/locale.ts'
import { formatDate, type Translate } from '../../platform/i18n/index.ts'
import { groupCode, qrSvg, scanUrl } from '../passports/index.ts'
import type { FoundHolder } from './find-holder-by-name.ts'
import type { OpenSlip } from './issue-slip.ts'

/** A slip that asks for something else besides. */
export function lockedPage(
  code: string,
  lock: { readonly pin: boolean; readonly passkey: boolean; readonly paused: string | undefined },
  { t, locale }: { readonly t: Translate; readonly locale: Locale },
) {
  const { pin, passkey, paused } = lock
  return {
    title: t(pin ? 'youthKeys.lockTitle' : 'youthKeys.lockPasskeyTitle'),
    plain: true,
    unlisted: true,
    pageClass: 'narrow',
    action: `/s/${code}/pin`,
    pin,
    passkey,
    paused: paused && t('youthKeys.lockPaused', { time: formatDate(locale, paused, 'time') }),
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
