import { z } from 'zod'
import { parseIsoDate, type IsoDate } from '../../kernel/clock.ts'
import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import { LOCALES } from '../../kernel/locale.ts'
import { findCompetence } from '../../issuer/achievements/index.ts'
import { SESSION_KINDS } from './training-session.ts'

const text = (max: number) => z.string('fields.required').trim().max(max, 'fields.tooLong')

/** A day as a date field sends it, or as people write it where the browser has no date field (`03/07/2026`). */
export function parseDay(value: string): IsoDate | undefined {
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value.trim())
  if (french === null) return parseIsoDate(value.trim())
  const [, day = '', month = '', year = ''] = french
  return parseIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

const day = z
  .string('fields.required')
  .min(1, 'fields.required')
  .transform((value, check) => {
    const parsed = parseDay(value)
    if (parsed !== undefined) return parsed
    check.addIssue({ code: 'custom', message: 'fields.date' })
    return z.NEVER
  })

/** One ticked box comes as text, several as an array, none as nothing. */
export const ticked = z
  .union([z.string(), z.array(z.string())], 'fields.choice')
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value).filter((one) => one !== ''))

const competences = ticked.refine(
  (codes) => codes.length <= 40 && codes.every((code) => findCompetence(code)),
  {
    message: 'fields.competence',
  },
)

/** A new session, from the form. */
export const sessionForm = z
  .object({
    organisationId: z
      .string('fields.choice')
      .min(1, 'fields.choice')
      .transform((id) => id as OrganisationId),
    kind: z.enum(SESSION_KINDS, 'fields.choice'),
    title: text(120).min(1, 'fields.required'),
    place: text(120)
      .default('')
      .transform((place) => (place === '' ? undefined : place)),
    startsOn: day,
    endsOn: z.union([z.literal('').transform(() => undefined), day]).optional(),
    locale: z.enum(LOCALES, 'fields.choice'),
    competences,
  })
  .transform((session) => ({ ...session, endsOn: session.endsOn ?? session.startsOn }))
  .refine((session) => session.endsOn >= session.startsOn, {
    message: 'fields.endBeforeStart',
    path: ['endsOn'],
  })
  .refine((session) => session.kind === 'departure' || session.competences.length > 0, {
    message: 'fields.chooseOne',
    path: ['competences'],
  })

export const trainerForm = z.object({
  accountId: z
    .string('fields.choice')
    .min(1, 'fields.choice')
    .transform((id) => id as AccountId),
})
