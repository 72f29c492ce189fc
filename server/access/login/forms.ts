import { z } from 'zod'

/** Signing in. Lengths are bounded only against abuse: a wrong value is told like a wrong password. */
export const loginForm = z.object({
  email: z.string('fields.required').trim().min(1, 'fields.required').max(254, 'fields.tooLong'),
  password: z.string('fields.required').min(1, 'fields.required').max(1000, 'fields.tooLong'),
  next: z.string().max(2000).optional(),
})

export const forgottenForm = z.object({
  email: z
    .string('fields.required')
    .trim()
    .min(1, 'fields.required')
    .max(254, 'fields.tooLong')
    .pipe(z.email('fields.email')),
})

export const newPasswordForm = z.object({
  password: z.string('fields.required').min(1, 'fields.required').max(1000, 'fields.tooLong'),
})
