import { z } from 'zod'
import { passkeyAnswer } from '../passkeys/index.ts'

/** Signing in. Lengths are bounded only against abuse: a wrong value is told like a wrong password. */
export const loginForm = z.object({
  email: z.string('fields.required').trim().min(1, 'fields.required').max(254, 'fields.tooLong'),
  password: z.string('fields.required').min(1, 'fields.required').max(1000, 'fields.tooLong'),
  next: z.string().max(2000).optional(),
})

const email = z
  .string('fields.required')
  .trim()
  .min(1, 'fields.required')
  .max(254, 'fields.tooLong')
  .pipe(z.email('fields.email'))

export const forgottenForm = z.object({ email })

/** Asking for a mailed link. */
export const linkForm = z.object({ email, next: z.string().max(2000).optional() })

export const newPasswordForm = z.object({
  password: z.string('fields.required').min(1, 'fields.required').max(1000, 'fields.tooLong'),
})

/** Six digits of an app, or a recovery code, with whatever spaces people put in. */
export const codeForm = z.object({
  code: z.string('fields.required').trim().min(1, 'fields.required').max(40, 'fields.tooLong'),
})

/** What a passkey answered, put into a form by the page's script. */
export const passkeyForm = z.object({
  answer: passkeyAnswer,
  next: z.string().max(2000).optional(),
})
