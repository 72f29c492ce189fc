import { translator } from '../../platform/i18n/index.ts'
import type { AttendanceAward, BuildContext } from './award.ts'
import type { Parts } from './build-credential.ts'
import { activityDates } from './common-properties.ts'

/** How many half-days the person was there, as a result of the session. */
export const halfDaysId = (credentialId: string): string => `${credentialId}#half-days`

/** A session that the person took part in, before leaving or after coming back. */
export function attendanceParts(award: AttendanceAward, context: BuildContext): Parts {
  const { session, locale } = award
  const { halfDays } = session
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
        ...(halfDays === undefined
          ? {}
          : {
              resultDescription: [
                {
                  id: halfDaysId(context.id),
                  type: ['ResultDescription'],
                  name: t('achievements.halfDays', { of: halfDays.of }),
                  resultType: 'RawScore',
                  valueMin: '0',
                  valueMax: String(halfDays.of),
                },
              ],
            }),
      },
      // a number and its highest: « 3 » of « 4 », which any reader of Open Badges shows
      ...(halfDays === undefined
        ? {}
        : {
            result: [
              {
                type: ['Result'],
                resultDescription: halfDaysId(context.id),
                value: String(halfDays.attended),
              },
            ],
          }),
    },
    evidence: [],
  }
}
