import type { Translate } from '../../platform/i18n/index.ts'
import type { VisitNumbers } from './find-visits.ts'

/** « Ouvert 3 fois ces 30 derniers jours, 12 fois en 13 mois. » */
export function visitsSentence({ recently, inAll }: VisitNumbers, t: Translate): string {
  if (inAll === 0) return t('wallet.openedNever')
  const recent = recently === 0 ? t('wallet.openedNotLately') : t('wallet.opened', { count: recently })
  return inAll === recently ? recent : `${recent} ${t('wallet.openedInAll', { count: inAll })}`
}
