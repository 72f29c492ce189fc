import { z } from 'zod'

/** Names end up in mail headers and in signed credentials: no line breaks, no control characters. */
const personName = z
  .string('fields.required')
  .trim()
  .min(1, 'fields.required')
  .max(120, 'fields.tooLong')
  .regex(/^\P{Cc}*$/u, 'fields.malformed')

const email = z
  .string('fields.required')
  .trim()
  .min(1, 'fields.required')
  .max(254, 'fields.tooLong')
  .pipe(z.email('fields.email'))

/** Inviting somebody into a structure. */
export const memberInvitationForm = z.object({
  name: personName,
  email,
  role: z.enum(['trainer', 'coordinator'], 'fields.choice'),
})

/** Inviting somebody to run the platform. */
export const adminInvitationForm = z.object({ name: personName, email })

/** Saying yes: the rules of the password itself are in `password-rules.ts`. */
export const acceptanceForm = z.object({
  name: personName,
  password: z.string('fields.required').min(1, 'fields.required').max(1000, 'fields.tooLong'),
})
