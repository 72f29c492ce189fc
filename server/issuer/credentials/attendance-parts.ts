import { translator } from '../../platform/i18n/index.ts'
import type { AttendanceAward, BuildContext } from './award.ts'
import type { Parts } from './build-credential.ts'
import { activityDates } from './common-properties.ts'

/** A session that the person took part in, before leaving or after coming back. */
export function attendanceParts(award: AttendanceAward, context: BuildContext): Parts {
  const { session, locale } = award
  const t = translator(locale)
  return {
    name: session.title,
    subject: {
      ...activityDates(session),
      ...(session.place === undefined ? {} : { narrative: session.place }),
      achievement: {
        id: `${context.id}#achievement`,
        type: ['Achievement'],
        achievementType: 'CertificateOfCompletion',
        humanCode: session.kind,
        inLanguage: locale,
        name: session.title,
        description: t(`achievements.session-${session.kind}`),
        criteria: { narrative: t('achievements.sessionCriteria') },
      },
    },
    evidence: [],
  }
}
