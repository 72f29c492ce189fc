import { z } from 'zod'
import { parseCrockfordCode } from '../../kernel/ids.ts'
import { SLIP_LENGTH } from './slip.ts'

const name = z.string('fields.required').trim().min(1, 'fields.required').max(100, 'fields.tooLong')

/** The exact name of somebody whose slip is lost. */
export const lostSlipForm = z.object({ givenName: name, familyName: name })

/** Giving a new slip: whether the former one may be in other hands. */
export const newSlipForm = z.object({
  elsewhere: z
    .string()
    .optional()
    .transform((value) => value === 'yes'),
})

/** The PIN of a protected slip. */
export const pinForm = z.object({
  pin: z.string('fields.required').trim().min(1, 'fields.required').max(20, 'fields.tooLong'),
})

/** A code typed from a slip. */
export const slipCodeForm = z.object({
  code: z
    .string('fields.required')
    .trim()
    .min(1, 'fields.required')
    .refine((text) => parseCrockfordCode(text, SLIP_LENGTH) !== undefined, 'fields.slipCode'),
})
