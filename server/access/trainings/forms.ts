import { z } from 'zod'
import { parseIsoDate } from '../../kernel/clock.ts'
import type { AccountId } from '../../kernel/ids.ts'

const line = (max: number) =>
  z
    .string('fields.required')
    .trim()
    .min(1, 'fields.required')
    .max(max, 'fields.tooLong')
    .regex(/^\P{Cc}*$/u, 'fields.malformed')

const MOST_HOURS = 2000

/** Writing down a training. The date comes from a date field (`YYYY-MM-DD`). */
export const trainingForm = z.object({
  accountId: z
    .string('fields.choice')
    .min(1, 'fields.choice')
    .max(100, 'fields.choice')
    .transform((id) => id as AccountId),
  title: line(160),
  provider: line(120),
  completedOn: z
    .string('fields.required')
    .trim()
    .min(1, 'fields.required')
    .transform((text, ctx) => {
      const day = parseIsoDate(text)
      if (day !== undefined) return day
      ctx.addIssue({ code: 'custom', message: 'fields.isoDate' })
      return z.NEVER
    }),
  hours: z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    z.coerce
      .number('fields.hours')
      .int('fields.hours')
      .min(1, 'fields.hours')
      .max(MOST_HOURS, 'fields.hours')
      .optional(),
  ),
})
