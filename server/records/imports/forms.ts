import { z } from 'zod'
import { MAX_PACKED_LENGTH } from './packed-table.ts'

/** The confirmation of a dry run: the table it read, and the effect it announced. */
export const confirmForm = z.object({
  table: z.string('fields.required').min(1, 'fields.required').max(MAX_PACKED_LENGTH, 'fields.tooLong'),
  fingerprint: z.string('fields.required').regex(/^[0-9a-f]{64}$/, 'fields.malformed'),
})
