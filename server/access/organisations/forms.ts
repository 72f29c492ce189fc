import { z } from 'zod'
import { ORGANISATION_KINDS } from './organisation.ts'

/** An optional text: what was left empty is absent. */
const optional = <Schema extends z.ZodType<string, string>>(schema: Schema) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema.optional(),
  )

const webAddress = z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'fields.url' })

/** Adding a structure to the network. */
export const organisationForm = z.object({
  name: z.string('fields.required').trim().min(1, 'fields.required').max(120, 'fields.tooLong'),
  kind: z.enum(ORGANISATION_KINDS, 'fields.choice'),
  publicLabel: optional(z.string().trim().max(120, 'fields.tooLong')),
  town: optional(z.string().trim().max(80, 'fields.tooLong')),
  contactEmail: optional(z.string().trim().max(254, 'fields.tooLong').pipe(z.email('fields.email'))),
  contactUrl: optional(z.string().trim().max(300, 'fields.tooLong').pipe(webAddress)),
})

/** How a structure presents itself. */
export const presentationForm = organisationForm.pick({
  name: true,
  publicLabel: true,
  contactEmail: true,
  contactUrl: true,
})
