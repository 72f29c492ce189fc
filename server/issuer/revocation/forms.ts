import { z } from 'zod'
import { REVOCATION_REASONS } from './revocation-reason.ts'
import { SUSPENSION_REASONS } from './suspension-reason.ts'

const note = z
  .string('fields.invalid')
  .trim()
  .max(1000, 'fields.tooLong')
  .default('')
  .transform((text) => (text === '' ? undefined : text))

export const revokeForm = z.object({ reason: z.enum(REVOCATION_REASONS, 'fields.choice'), note })
export const suspendForm = z.object({ reason: z.enum(SUSPENSION_REASONS, 'fields.choice'), note })
export const liftForm = z.object({ note })
