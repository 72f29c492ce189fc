import { z } from 'zod'
import { parseIsoDate } from '../../kernel/clock.ts'
import { isPossibleEnd, lastDayOf, SHARE_ENDS } from './share-end.ts'

const RECIPIENT_MAX = 80
const one = z.string().max(100)

/** What a young person says about a new share; `now` decides which days can be. */
export const shareForm = (now: Date) =>
  z
    .object({
      credential: z
        .union([one.transform((id) => [id]), z.array(one).max(200)], 'fields.shareNothing')
        .pipe(z.array(z.string()).min(1, 'fields.shareNothing')),
      recipient: z
        .string('fields.required')
        .trim()
        .min(1, 'fields.required')
        .max(RECIPIENT_MAX, 'fields.tooLong'),
      recipientShown: z.literal('yes').optional(),
      end: z.enum(SHARE_ENDS, 'fields.choice'),
      ownDay: z.string().trim().max(40).optional(),
    })
    .transform(({ ownDay, end, recipientShown, credential, recipient }, context) => {
      const endsOn = lastDayOf(end, parseIsoDate(ownDay ?? ''), now)
      if (endsOn === undefined || !isPossibleEnd(endsOn, now)) {
        context.addIssue({ code: 'custom', path: ['ownDay'], message: 'fields.shareDay' })
        return z.NEVER
      }
      return { credentials: credential, recipient, recipientShown: recipientShown === 'yes', endsOn }
    })
