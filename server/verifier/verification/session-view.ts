import type { CredentialContent } from '../../issuer/credentials/index.ts'
import type { Language } from '../../kernel/locale.ts'
import { formatDate, type PublicTranslate } from '../../platform/i18n/index.ts'

/** A session that was followed. */
export interface SessionView {
  readonly title: string
  readonly place?: string
  readonly dates: string
  /** « 3 demi-journées sur 4 », where they were noted. */
  readonly halfDays?: string
}

export function sessionViews(
  attendances: readonly CredentialContent[],
  t: PublicTranslate,
  language: Language,
): SessionView[] {
  return attendances.flatMap(({ title, session }) => {
    if (session === undefined) return []
    const { place, halfDays } = session
    return [
      {
        title: session.title === '' ? title : session.title,
        ...(place === undefined ? {} : { place }),
        dates: datesOf(session, t, language),
        ...(halfDays === undefined
          ? {}
          : { halfDays: t('common.halfDays', { count: halfDays.attended, of: halfDays.of }) }),
      },
    ]
  })
}

function datesOf(
  session: { startsOn: string; endsOn: string },
  t: PublicTranslate,
  language: Language,
): string {
  const start = formatDate(language, session.startsOn)
  const end = formatDate(language, session.endsOn)
  return start === end ? start : t('verdict.fromTo', { start, end })
}
