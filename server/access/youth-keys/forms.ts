import { z } from 'zod'

/** A PIN as it is typed; the rules of a new one are in `pin-rules.ts`. */
export const pinForm = z.object({
  pin: z.string('fields.required').trim().min(1, 'fields.required').max(20, 'fields.tooLong'),
})

/** An address, in the one spelling it is kept and looked for in. */
export const emailForm = z.object({
  email: z
    .string('fields.required')
    .trim()
    .toLowerCase()
    .min(1, 'fields.required')
    .max(254, 'fields.tooLong')
    .pipe(z.email('fields.email')),
})

/** A passkey of theirs, to be forgotten. */
export const passkeyForm = z.object({ passkey: z.string('fields.required').min(1).max(100) })

/** Whether a passkey locks the slip. */
export const lockForm = z.object({ wish: z.enum(['lock', 'unlock'], 'fields.choice') })

/** What the browser's script sends at the end of a ceremony. */
export const ceremonyForm = z.object({ answer: z.unknown() })
