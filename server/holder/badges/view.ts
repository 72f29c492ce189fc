import type { Locale } from '../../kernel/locale.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import { levelRank } from '../passports/index.ts'
import type { OwnVisits } from '../visits/index.ts'
import type { Badge } from './find-badges.ts'
import { linkedInUrl } from './linked-in.ts'

interface Words {
  readonly t: Translate
  readonly locale: Locale
}

/** Of the picture on the page, in pixels: sharp on a telephone. */
export const PREVIEW_SIDE = 208

/** All the badges of somebody, and what may be done with each. */
export function badgesPage(
  badges: readonly Badge[],
  options: { readonly isPublic: boolean; readonly visits: OwnVisits },
  { t }: Words,
) {
  return {
    title: t('badges.title'),
    plain: true,
    unlisted: true,
    pageClass: 'narrow',
    isPublic: options.isPublic,
    side: PREVIEW_SIDE,
    badges: badges.map((badge) => {
      const { content, competence } = badge
      const opened = options.visits.recentlyOf(content.code)
      return {
        code: content.code,
        label: competence.label,
        rank: String(levelRank(competence.level)),
        max: competence.levelMax,
        levelLabel: competence.levelLabel,
        opened: opened === 0 ? undefined : t('badges.opened', { count: opened }),
        linkedIn: options.isPublic ? linkedInUrl(badge) : undefined,
      }
    }),
  }
}
