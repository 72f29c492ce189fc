import { z } from 'zod'

/** An empty or unreadable filter narrows nothing. */
const filter = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => (text === '' ? undefined : text))
    .optional()
    .catch(undefined)

/** What narrows the roster, from the address. */
export const rosterFilters = z.object({
  /** What was typed of a name. */
  q: filter(100),
  session: filter(60),
  country: filter(2),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .catch(undefined),
  signed: z.enum(['yes', 'no']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export type RosterFilters = z.output<typeof rosterFilters>
