import { z } from 'zod'
import { parseInstant } from './parse-instant.ts'

/** Declaring a key compromised: since when, and the issuer's name as a second thought. */
export const compromiseForm = z.object({
  since: z
    .string('fields.required')
    .trim()
    .min(1, 'fields.required')
    .transform((text, ctx) => {
      const instant = parseInstant(text)
      if (instant !== undefined) return instant
      ctx.addIssue({ code: 'custom', message: 'fields.sinceUnread' })
      return z.NEVER
    }),
  issuerName: z.string('fields.required').trim().min(1, 'fields.required').max(200, 'fields.tooLong'),
})
