import { z } from 'zod'
import { NARRATIVE_MAX, TITLE_MAX } from './evidence.ts'

const blankAsNothing = (text: string): string | undefined => (text === '' ? undefined : text)

/** What the evidence form sends besides its file. */
export const evidenceForm = z.object({
  title: z.string('fields.required').trim().min(1, 'fields.required').max(TITLE_MAX, 'fields.tooLong'),
  narrative: z.string().trim().max(NARRATIVE_MAX, 'fields.tooLong').default('').transform(blankAsNothing),
  competence: z.string().trim().max(40, 'fields.choice').default('').transform(blankAsNothing),
})
