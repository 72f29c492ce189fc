import { z } from 'zod'
import type { IsoDate } from '../../kernel/clock.ts'
import { recogniseCountry } from '../mobilities/index.ts'
import { parseDay } from '../training-sessions/index.ts'
import { TOWN_MAX, WHAT_MAX } from './own-stay.ts'
import { WHOLE_STAY } from './telling.ts'

const fields = z.record(z.string().max(60), z.string().max(20_000))

/** What the page's script sends by itself. */
export const draftForm = z.object({
  competence: z.string().max(40).default(WHOLE_STAY),
  fields: fields.refine((given) => Object.keys(given).length <= 40, 'fields.invalid'),
  /** For each field, what this device knew to be kept. */
  was: z.record(z.string().max(60), z.array(z.string().max(20_000)).max(4)).default({}),
})

/**
 * The same from a page without script: `words`, `level`, `sentence:<id>` and, beside each, `was:<field>`. A box that is
 * not ticked is not sent, so the fields that the page has are named by the caller.
 */
export function readTellingForm(body: unknown, known: readonly string[]) {
  const sent = z.record(z.string(), z.unknown()).catch({}).parse(body)
  const text = (name: string): string => (typeof sent[name] === 'string' ? sent[name] : '')
  // the page's script adds what it sent and had no answer about
  const texts = (name: string): string[] => {
    const given = sent[name]
    return Array.isArray(given) ? given.slice(0, 6).map(String) : [text(name)]
  }
  return {
    typed: Object.fromEntries(known.map((field) => [field, text(field)])),
    was: Object.fromEntries(known.map((field) => [field, texts(`was:${field}`)])),
    action: text('action'),
  }
}

const day = z
  .string('fields.required')
  .trim()
  .min(1, 'fields.required')
  .transform((text, context): IsoDate => {
    const parsed = parseDay(text)
    if (parsed !== undefined) return parsed
    context.addIssue({ code: 'custom', message: 'fields.dayUnread' })
    return z.NEVER
  })

const country = z
  .string('fields.required')
  .trim()
  .min(1, 'fields.required')
  .max(80, 'fields.tooLong')
  .transform((text, context): string => {
    const code = recogniseCountry(text)
    if (code !== undefined) return code
    context.addIssue({ code: 'custom', message: 'fields.countryUnread' })
    return z.NEVER
  })

/** A stay that somebody writes down themselves. */
export const ownStayForm = z.object({
  what: z.string('fields.required').trim().min(1, 'fields.required').max(WHAT_MAX, 'fields.tooLong'),
  country,
  town: z
    .string()
    .trim()
    .max(TOWN_MAX, 'fields.tooLong')
    .default('')
    .transform((text) => (text === '' ? undefined : text)),
  startsOn: day,
  endsOn: day,
})

/** A piece of evidence beside its file: nothing but the photo is needed. */
export const ownEvidenceForm = z.object({
  title: z.string().trim().max(120, 'fields.tooLong').default(''),
})

/** What is ticked on the page where one chooses what to show: one box comes as text, several as an array. */
export const showForm = z.object({
  action: z.enum(['choose', 'all', 'preview', 'show']).catch('choose'),
  show: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given) => (typeof given === 'string' ? [given] : given))
    .pipe(z.array(z.string().max(120)).max(400)),
})
