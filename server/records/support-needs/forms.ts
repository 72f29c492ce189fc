import { z } from 'zod'
import { SUPPORT_NEEDS } from './support-needs.ts'

/** One ticked box comes as text, several as an array, none as nothing. */
const needs = z
  .union([z.string(), z.array(z.string())], 'fields.choice')
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .pipe(z.array(z.enum(SUPPORT_NEEDS, 'fields.choice')))

/** What was said with the young person. `leave`: the question was not put today. */
export const supportForm = z
  .object({
    reinforced: z.enum(['yes', 'no'], 'fields.choice'),
    answer: z.enum(['leave', 'declined', 'given', 'remove'], 'fields.choice').default('leave'),
    needs,
    agreed: z.literal('yes').optional().catch(undefined),
  })
  .refine(({ answer, needs: ticked }) => answer !== 'given' || ticked.length > 0, {
    message: 'fields.supportNeeds',
    path: ['needs'],
  })
  .refine(({ answer, agreed }) => answer !== 'given' || agreed === 'yes', {
    message: 'fields.supportAgreed',
    path: ['agreed'],
  })
