import { z } from 'zod'
import { parseSheetField } from './sheet.ts'

/** Longest text of one field, whatever it is: the field's own limit is checked when it is written. */
const VALUE_MAX = 4000
/** A grid of forty young people, every cell touched, fits. */
const CHANGES_MAX = 500

/** One field that a browser changed, and what it showed before. */
export interface GridChange {
  /** Made by the browser, once: sent again, it is not done again. */
  readonly id: string
  readonly enrolmentId: string
  /** A field of a sheet: `attested:EQUIPE`, `observation`… */
  readonly field: string
  readonly value: string
  readonly before: string
}

const text = z
  .string('fields.invalid')
  .max(VALUE_MAX, 'fields.tooLong')
  .refine((value) => !value.includes('\0'), 'fields.invalid')

/** What a page's script sends: `{"changes": [{"id", "field": "<enrolment>.<field>", "value", "before"}]}`. */
export const changesForm = z.object({
  changes: z
    .array(
      z
        .object({
          id: z.string('fields.invalid').regex(/^[\w-]{8,64}$/, 'fields.invalid'),
          field: z
            .string('fields.invalid')
            .max(200, 'fields.invalid')
            .regex(/^[\w-]+\.[\w:-]+$/, 'fields.invalid'),
          value: text,
          before: text,
        })
        .transform(({ field, ...change }): GridChange => {
          const dot = field.indexOf('.')
          return { ...change, enrolmentId: field.slice(0, dot), field: field.slice(dot + 1) }
        }),
    )
    .max(CHANGES_MAX, 'fields.invalid'),
})

/** Whether the field is one that a sheet has. */
export const isSheetField = ({ field }: GridChange): boolean => parseSheetField(field) !== undefined
