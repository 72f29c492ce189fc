import type { Locale } from '../../kernel/locale.ts'
import { formatDate, type Translate } from '../../platform/i18n/index.ts'
import type { YouthKeys } from './find-keys.ts'
import { MAX_PIN, MIN_PIN } from './pin-rules.ts'

interface Words {
  readonly t: Translate
  readonly locale: Locale
}

/** The keys somebody has, and those they may add. */
export function keysPage(keys: YouthKeys, offers: { readonly passkeys: boolean }, { t, locale }: Words) {
  return {
    title: t('youthKeys.title'),
    pageClass: 'narrow',
    pin: keys.pin,
    pinHint: t('youthKeys.pinHint', { min: MIN_PIN, max: MAX_PIN }),
    maxPin: String(MAX_PIN),
    offersPasskeys: offers.passkeys,
    passkeys: keys.passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      since: t('youthKeys.passkeySince', { date: formatDate(locale, createdAt) }),
      used: lastUsedAt === null ? '' : t('youthKeys.passkeyUsed', { date: formatDate(locale, lastUsedAt) }),
    })),
    passkeyLock: keys.passkeyLock,
    email: keys.email,
  }
}

export function confirmationPage(email: string, token: string, { t }: Words) {
  return {
    title: t('youthKeys.confirmTitle'),
    pageClass: 'narrow',
    text: t('youthKeys.confirmText', { email }),
    action: `/me/keys/mail/${encodeURIComponent(token)}`,
  }
}
