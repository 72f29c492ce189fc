import { z } from 'zod'
import { ERASURE_REASONS } from './erase-person.ts'

/** What has to be typed, in either language: nobody erases a life by a slip of the thumb. */
const WORDS: readonly string[] = ['EFFACER', 'ERASE']

const typed = z
  .string('fields.required')
  .trim()
  .min(1, 'fields.required')
  .refine((text) => WORDS.includes(text.toUpperCase()), 'fields.eraseWord')

const copies = z.enum(['keep', 'invalidate'], 'fields.choice')

/** Somebody erases themselves. */
export const eraseMyselfForm = z.object({ copies, typed })

/** A coordinator erases somebody who asked for it. */
export const erasePersonForm = eraseMyselfForm.extend({ reason: z.enum(ERASURE_REASONS, 'fields.choice') })
