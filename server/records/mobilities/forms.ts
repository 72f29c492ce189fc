import { z } from 'zod'
import { optionalDay, optionalLine, typedDay } from '../learners/index.ts'
import { ALPHA2_BY_ALPHA3 } from '../../kernel/country-codes.ts'
import type { StayTold } from './edit-mobility.ts'
import { FUNDERS } from './funders.ts'
import { SIGNATORIES } from './mobility.ts'
import { PROGRAMMES } from './programmes.ts'

const COUNTRIES = new Set(ALPHA2_BY_ALPHA3.values())
/** What a list sends when the answer is written in the field below it. */
export const OTHER = 'other'

const PROGRAMME_CODES = new Set(PROGRAMMES.map(({ code }) => code))
const FUNDER_CODES = new Set(FUNDERS.map(({ code }) => code))

const oneOf = (codes: ReadonlySet<string>) =>
  z.string('fields.choice').refine((code) => codes.has(code), 'fields.choice')

/** A longer text that may stay empty; line breaks stay. */
const optionalText = (max: number) =>
  z
    .string('fields.invalid')
    .trim()
    .max(max, 'fields.tooLong')
    .regex(/^[\P{Cc}\r\n\t]*$/u, 'fields.malformed')
    .default('')
    .transform((text) => (text === '' ? null : text.replace(/\r\n?/g, '\n')))

const signatories = z
  .union([z.string(), z.array(z.string())], 'fields.choice')
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .pipe(z.array(z.enum(SIGNATORIES, 'fields.choice')))
  .transform((ticked) => SIGNATORIES.filter((role) => ticked.includes(role)))

/** A stay with both halves, as a coordinator writes it down. */
export const stayForm = z
  .object({
    programme: oneOf(new Set([...PROGRAMME_CODES, OTHER])),
    programmeOther: optionalLine(120),
    funder: oneOf(new Set(['', ...FUNDER_CODES, OTHER])).default(''),
    funderOther: optionalLine(120),
    activity: optionalLine(200),
    hostName: optionalLine(200),
    hostTown: optionalLine(120),
    hostCountry: oneOf(COUNTRIES),
    hostAddress: optionalLine(300),
    hostMentor: optionalLine(120),
    hostMentorRole: optionalLine(120),
    startsOn: typedDay,
    endsOn: typedDay,
    learningInitiative: optionalLine(200),
    qualification: optionalLine(200),
    sendingMentor: optionalLine(120),
    sendingMentorRole: optionalLine(120),
    departureObjectives: optionalText(2_000),
    departureAgreedOn: optionalDay,
    departureSignatories: signatories,
    returnTasks: optionalText(2_000),
    returnSummary: optionalText(2_000),
    returnRecordedOn: optionalDay,
  })
  .refine(({ programme, programmeOther }) => programme !== OTHER || programmeOther !== null, {
    message: 'fields.required',
    path: ['programmeOther'],
  })
  .refine(({ funder, funderOther }) => funder !== OTHER || funderOther !== null, {
    message: 'fields.required',
    path: ['funderOther'],
  })
  .transform(({ programme, programmeOther, funder, funderOther, ...stay }): StayTold => ({
    ...stay,
    programme: programme === OTHER ? (programmeOther ?? '') : programme,
    funder: funder === OTHER ? funderOther : funder === '' ? null : funder,
  }))

/** The stay that the form was made from. */
export const versionForm = z.object({ version: z.string().default('') })
