import { z } from 'zod'
import type { LearnerId } from '../../kernel/ids.ts'

const MAX_PEOPLE = 10_000

const learnerId = z.uuid('fields.choice').transform((id) => id as LearnerId)

/** Which structure takes over, as the page's address says it. */
export const mergerQuery = z.object({
  into: z
    .string()
    .max(200)
    .regex(/^\P{Cc}+$/u),
})

/** Confirming a merger: the name typed, and the boxes ticked beside doubtful people (one box comes as a text). */
export const mergerForm = z.object({
  into: z.string('fields.choice').min(1, 'fields.choice').max(200, 'fields.choice'),
  typedName: z.string('fields.required').trim().min(1, 'fields.required').max(200, 'fields.tooLong'),
  onePerson: z.preprocess(
    (value): unknown => (typeof value === 'string' ? [value] : (value ?? [])),
    z.array(learnerId).max(MAX_PEOPLE),
  ),
})

/** The boxes as they came, to show them ticked again. */
export const tickedPeople = mergerForm.pick({ onePerson: true })
