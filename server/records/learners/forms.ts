import { z } from 'zod'
import { parseIsoDate, type IsoDate } from '../../kernel/clock.ts'
import type { OrganisationId } from '../../kernel/ids.ts'

/** A day as a date field sends it, or as people write it where the browser has none (`03/07/2026`). */
function parseTypedDay(value: string): IsoDate | undefined {
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value)
  if (french === null) return parseIsoDate(value)
  const [, day = '', month = '', year = ''] = french
  return parseIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** A day that a form must have. */
export const typedDay = z
  .string('fields.required')
  .trim()
  .min(1, 'fields.required')
  .transform((value, check): IsoDate => parseTypedDay(value) ?? refuse(check, 'fields.date'))

/** A day that a form may leave empty. */
export const optionalDay = z
  .string('fields.date')
  .trim()
  .default('')
  .transform((value, check): IsoDate | null =>
    value === '' ? null : (parseTypedDay(value) ?? refuse(check, 'fields.date')),
  )

function refuse(check: z.RefinementCtx, message: string): never {
  check.addIssue({ code: 'custom', message })
  return z.NEVER
}

/** A line that may stay empty, at most `max` characters, without invisible controls. */
export const optionalLine = (max: number) =>
  z
    .string('fields.invalid')
    .trim()
    .max(max, 'fields.tooLong')
    .regex(/^\P{Cc}*$/u, 'fields.malformed')
    .default('')
    .transform((text) => (text === '' ? null : text))

const name = z.string('fields.required').trim().min(1, 'fields.required').max(400, 'fields.tooLong')

/** Who somebody is; a name is all that is needed. */
export const identityForm = z.object({
  givenName: name,
  familyName: name,
  birthDate: optionalDay,
  email: z
    .string('fields.email')
    .trim()
    .max(254, 'fields.tooLong')
    .default('')
    .transform((email) => (email === '' ? null : email))
    .refine((email) => email === null || z.email().safeParse(email).success, 'fields.email'),
})

/** Somebody new, in one of the structures offered. */
export const newLearnerForm = identityForm.extend({
  organisationId: z
    .string('fields.choice')
    .min(1, 'fields.choice')
    .transform((id) => id as OrganisationId),
})
