import { z } from 'zod'

const side = z.enum(['one', 'other'], 'fields.choice')

/** Which of two records each value comes from. */
export const mergeForm = z.object({
  keep: side,
  givenName: side,
  familyName: side,
  birthDate: side,
  email: side,
  place: side.optional(),
})

/** The same, confirmed: with what was shown when it was chosen. */
export const confirmForm = mergeForm.extend({ version: z.string().max(100).default('') })
