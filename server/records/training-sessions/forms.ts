import { z } from 'zod'
import { parseIsoDate, type IsoDate } from '../../kernel/clock.ts'
import type { AccountId, OrganisationId } from '../../kernel/ids.ts'
import { LOCALES } from '../../kernel/locale.ts'
import { findCompetence } from '../../issuer/achievements/index.ts'
import { recogniseCountry } from '../mobilities/index.ts'
import { parseHalfDay, type HalfDay } from './half-day.ts'
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

const id = <Id extends string>() =>
  z
    .string('fields.choice')
    .min(1, 'fields.choice')
    .transform((text) => text as Id)

const programme = {
  kind: z.enum(SESSION_KINDS, 'fields.choice'),
  title: text(120).min(1, 'fields.required'),
  place: text(120)
    .default('')
    .transform((place) => (place === '' ? undefined : place)),
  startsOn: day,
  endsOn: z.union([z.literal('').transform(() => undefined), day]).optional(),
  locale: z.enum(LOCALES, 'fields.choice'),
  competences,
}

const inOrder = (session: { startsOn: IsoDate; endsOn?: IsoDate | undefined }): boolean =>
  session.endsOn === undefined || session.endsOn >= session.startsOn
const endBeforeStart = { message: 'fields.endBeforeStart', path: ['endsOn'] }
const noCompetence = { message: 'fields.chooseOne', path: ['competences'] }

const origin = z
  .string()
  .default('')
  .transform((text) => (text === '' ? undefined : text))

/** Where a new session begins: `?template=` or `?from=`, and the hidden fields that keep them. */
export const originForm = z.object({ template: origin, from: origin })

/** A new session, from the form. Whatever the template gives need not be said again. */
export const sessionForm = z
  .object({ organisationId: id<OrganisationId>(), ...programme, ...originForm.shape })
  .refine(inOrder, endBeforeStart)
  .refine(
    ({ kind, competences: codes, template, from }) =>
      kind === 'departure' || codes.length > 0 || template !== undefined || from !== undefined,
    noCompetence,
  )

/** The programme of a session that is there already. */
export const editForm = z
  .object({
    ...programme,
    halfDays: ticked.transform((boxes) => boxes.filter((box) => parseHalfDay(box)) as HalfDay[]),
    goesOn: z
      .string()
      .optional()
      .transform((text) => text === 'yes'),
  })
  .transform((session) => ({ ...session, endsOn: session.endsOn ?? session.startsOn }))
  .refine(inOrder, endBeforeStart)
  .refine((session) => session.kind === 'departure' || session.competences.length > 0, noCompetence)

export const templateForm = z.object({
  name: text(80).min(1, 'fields.required'),
  titlePattern: text(120).min(1, 'fields.required'),
})

export const partnerForm = z.object({ organisationId: id<OrganisationId>() })
export const enrolmentForm = z.object({
  learnerId: id<string>(),
  mobilityId: z
    .string()
    .default('')
    .transform((text) => (text === '' ? undefined : text)),
})
export const removalForm = z.object({ enrolmentId: id<string>() })
export const poolForm = z.object({
  who: z.union([z.literal('self'), id<OrganisationId>()], 'fields.choice'),
  inPool: z.enum(['yes', 'no'], 'fields.choice').transform((answer) => answer === 'yes'),
})

const optionalText = (max: number) =>
  text(max)
    .default('')
    .transform((value) => (value === '' ? undefined : value))
const optionalDay = z.union([z.literal('').transform(() => undefined), day]).optional()

/** Somebody who is recorded and enrolled in one go. The stay is told whole or not at all. */
export const newcomerForm = z
  .object({
    organisationId: id<OrganisationId>(),
    givenName: text(200).min(1, 'fields.required'),
    familyName: text(200).min(1, 'fields.required'),
    birthDate: optionalDay,
    programme: optionalText(80),
    activity: optionalText(200),
    hostName: optionalText(200),
    hostTown: optionalText(200),
    hostCountry: optionalText(80),
    startsOn: optionalDay,
    endsOn: optionalDay,
  })
  .transform((form, check) => {
    const { organisationId, givenName, familyName, birthDate, ...stay } = form
    const person = { organisationId, givenName, familyName, birthDate }
    const { hostCountry, startsOn, endsOn } = stay
    const said = Object.entries(stay).some(([field, value]) => field !== 'programme' && value !== undefined)
    if (!said) return { ...person, stay: undefined }
    const country = hostCountry === undefined ? undefined : recogniseCountry(hostCountry)
    const wrong = (field: string, message: string): void =>
      check.addIssue({ code: 'custom', path: [field], message })
    if (country === undefined)
      wrong('hostCountry', hostCountry === undefined ? 'fields.wholeStay' : 'fields.country')
    if (startsOn === undefined) wrong('startsOn', 'fields.wholeStay')
    if (endsOn === undefined) wrong('endsOn', 'fields.wholeStay')
    else if (startsOn !== undefined && endsOn < startsOn) wrong('endsOn', 'fields.endBeforeStart')
    if (country === undefined || startsOn === undefined || endsOn === undefined) return z.NEVER
    return { ...person, stay: { ...stay, hostCountry: country, startsOn, endsOn } }
  })

export const trainerForm = z.object({ accountId: id<AccountId>() })
