import { z } from 'zod'
import { API_SCOPES, type ApiScope } from '../../kernel/api-client.ts'
import { dayInParis, parseIsoDate, type IsoDate } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { MAX_GRACE_DAYS } from './api-client.ts'

const isScope = (text: string): text is ApiScope => API_SCOPES.some((known) => known === text)

/** Ticked boxes: none is absent, one is a text, several are a list. */
const ticked = z.preprocess(
  (value): unknown => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z
    .array(z.string())
    .min(1, 'fields.clientScopes')
    // one problem of the whole question, which is what the page can point to
    .refine((all): all is ApiScope[] => all.every(isScope), 'fields.choice'),
)

/** The last second of a day in Paris, one hour earlier in UTC when it is summer there. */
function endOfDay(day: IsoDate): Date {
  const winter = new Date(`${day}T22:59:59Z`)
  return dayInParis(winter) === day ? winter : new Date(`${day}T21:59:59Z`)
}

/** A client's last day, of which it sees the end; empty for never. */
const lastDay = z
  .string()
  .trim()
  .optional()
  .transform((text, context) => {
    if (text === undefined || text === '') return undefined
    const day = parseIsoDate(text)
    if (day !== undefined) return endOfDay(day)
    context.addIssue({ code: 'custom', message: 'fields.date' })
    return z.NEVER
  })

/** A last day as typed at the command line. @throws AppError `invalid-input` */
export function parseLastDay(text: string): Date | undefined {
  const day = lastDay.safeParse(text)
  if (day.success) return day.data
  throw new AppError('invalid-input', {}, [{ field: '--expires', message: 'fields.isoDate' }])
}

export const MAX_CLIENT_NAME = 120

/** A client's name, one line of text. */
export const clientName = z
  .string('fields.required')
  .trim()
  .min(1, 'fields.required')
  .max(MAX_CLIENT_NAME, 'fields.tooLong')
  .regex(/^\P{Cc}*$/u, 'fields.malformed')

/** A new client; the structure by its slug, empty for the platform. */
export const clientForm = z.object({
  name: clientName,
  organisation: z.string().max(200, 'fields.tooLong').default(''),
  scopes: ticked,
  expiresOn: lastDay,
})

const asTyped = z.string().optional().catch(undefined)

/** What was typed and ticked, right or wrong, to show the form again. */
export const typedClient = z
  .object({
    name: asTyped,
    organisation: asTyped,
    expiresOn: asTyped,
    scopes: z
      .union([z.string().transform((one) => [one]), z.array(z.string())])
      .optional()
      .catch([]),
  })
  .catch({})
  .transform(({ scopes = [], ...values }) => ({ values, scopes }))

/** For how many days the old token keeps opening. */
export const rotationForm = z.object({
  grace: z.coerce.number('fields.choice').int('fields.choice').min(0).max(MAX_GRACE_DAYS),
})
