import { z } from 'zod'
import { parseIsoDate, type IsoDate } from '../../kernel/clock.ts'
import { LOCALES } from '../../kernel/locale.ts'
import { WISHES } from './choose-visibility.ts'

const day = z
  .string('fields.required')
  .trim()
  .min(1, 'fields.required')
  .transform((text, check): IsoDate => {
    const date = parseIsoDate(text)
    if (date === undefined) check.addIssue({ code: 'custom', message: 'fields.date' })
    return date ?? ('' as IsoDate)
  })

/** An agreement on paper: its day, and where the paper is kept. */
export const paperForm = z.object({
  givenOn: day,
  reference: z
    .string('fields.required')
    .trim()
    .min(1, 'fields.required')
    .max(120, 'fields.tooLong')
    .regex(/^\P{Cc}*$/u, 'fields.malformed'),
})

/** Where a guardian's link is mailed to. */
export const mailLinkForm = z.object({
  email: z
    .string('fields.required')
    .trim()
    .min(1, 'fields.required')
    .max(254, 'fields.tooLong')
    .pipe(z.email('fields.email')),
  locale: z.enum(LOCALES, 'fields.choice').default('fr'),
})

/** A guardian says who they are and agrees. */
export const agreementForm = z.object({ authority: z.literal('yes', 'fields.authority') })

/** What a young person says about their public page. */
export const wishForm = z.object({ wish: z.enum(WISHES, 'fields.choice') })

/** The choice of somebody who came of age. */
export const takeOverForm = z.object({ wish: z.enum(['public', 'private'], 'fields.choice') })
