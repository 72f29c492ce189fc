import { z } from 'zod'
import { passkeyAnswer, passkeyName } from '../passkeys/index.ts'

const next = z.string().max(2000).optional()

export const beginForm = z.object({ next })

export const confirmForm = z.object({
  code: z
    .string('fields.required')
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(
      z
        .string()
        .min(1, 'fields.required')
        .regex(/^\d{6}$/, 'fields.sixDigits'),
    ),
  next,
})

/** A key that was just made: its name, and what the browser answered. */
export const newPasskeyForm = z.object({
  name: passkeyName,
  answer: passkeyAnswer,
  next,
})

export const passwordForm = z.object({
  current: z.string().max(1000, 'fields.tooLong').default(''),
  password: z.string('fields.required').min(1, 'fields.required').max(1000, 'fields.tooLong'),
})
