import { z } from 'zod'
import { parseIsoDate } from '../../kernel/clock.ts'
import { memberInvitationForm } from '../accounts/index.ts'
import { organisationForm } from '../organisations/index.ts'

/** Asking a structure to join, and who is to coordinate it there. */
export const structureInvitationForm = z.object({
  structure: organisationForm.shape.name,
  kind: organisationForm.shape.kind,
  town: organisationForm.shape.town,
  publicLabel: organisationForm.shape.publicLabel,
  name: memberInvitationForm.shape.name,
  email: memberInvitationForm.shape.email,
})

const optionalDay = z
  .string()
  .trim()
  .optional()
  .transform((text, ctx) => {
    if (text === undefined || text === '') return null
    const day = parseIsoDate(text)
    if (day !== undefined) return day
    ctx.addIssue({ code: 'custom', message: 'fields.isoDate' })
    return z.NEVER
  })

/** What the platform writes down of a structure's place. */
export const networkPlaceForm = z
  .object({
    head: z
      .string()
      .optional()
      .transform((value) => value === 'yes'),
    conventionFrom: optionalDay,
    conventionUntil: optionalDay,
  })
  .refine(
    ({ conventionFrom, conventionUntil }) =>
      conventionFrom === null || conventionUntil === null || conventionFrom <= conventionUntil,
    { path: ['conventionUntil'], message: 'fields.endBeforeStart' },
  )
