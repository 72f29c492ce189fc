import { z } from 'zod'
import type { Competence } from '../../issuer/achievements/index.ts'
import { parseIsoDate, type IsoDate } from '../../kernel/clock.ts'
import { attestable, levelOf } from '../assessments/index.ts'
import { normaliseName } from '../learners/index.ts'
import type { Mobility } from '../mobilities/index.ts'
import { NAME_MAX, SENTENCE_MAX } from './host-request.ts'
import { HOST_LANGUAGES } from './phrases.ts'

const lengthOf = (text: string): number => Array.from(text).length

/** One line of somebody's own words, without line ends and invisible marks. */
const line = (max: number) =>
  z
    .string('fields.invalid')
    .max(10 * max, 'fields.tooLong')
    .transform(normaliseName)
    .refine((text) => lengthOf(text) <= max, { message: 'fields.tooLong', params: { max } })

const optionalLine = (max: number) =>
  line(max)
    .default('')
    .transform((text) => (text === '' ? undefined : text))

/** Asking a host: by mail where an address is given, otherwise on paper. */
export const askForm = z
  .object({
    tutorName: optionalLine(NAME_MAX),
    tutorEmail: z
      .string('fields.invalid')
      .trim()
      .max(254, 'fields.tooLong')
      .refine((text) => text === '' || z.email().safeParse(text).success, 'fields.email')
      .default('')
      .transform((text) => (text === '' ? undefined : text)),
    language: z.enum(HOST_LANGUAGES, 'fields.choice'),
    way: z.enum(['mail', 'paper']).catch('mail'),
  })
  .superRefine(({ way, tutorEmail }, context) => {
    if (way === 'mail' && tutorEmail === undefined)
      context.addIssue({ code: 'custom', path: ['tutorEmail'], message: 'fields.required' })
  })

export const levelField = (code: string): string => `level:${code}`

/**
 * A host's answer about these competences; what is said of any other is left aside. Days are asked for only where the
 * stay's own are wrong.
 */
export function answerForm(asked: readonly Competence[], stay: Pick<Mobility, 'startsOn' | 'endsOn'>) {
  const levels: object = Object.fromEntries(
    asked.map((competence) => [levelField(competence.code), levelIn(competence)]),
  )
  const said = {
    sentence: optionalLine(SENTENCE_MAX),
    tutorName: line(NAME_MAX)
      .default('')
      .refine((text) => text !== '', 'fields.required'),
    tutorRole: optionalLine(NAME_MAX),
    named: z.string().optional(),
    ...levels,
  }
  const ours = z.object({ dates: z.literal('yes'), ...said })
  const theirs = z
    .object({ dates: z.literal('no'), startsOn: day, endsOn: day, ...said })
    .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
      path: ['endsOn'],
      message: 'fields.endBeforeStart',
    })
  return z.discriminatedUnion('dates', [ours, theirs], 'fields.required').transform((body) => ({
    ...(body.dates === 'yes' ? dayPair(stay) : dayPair(body)),
    sentence: body.sentence,
    tutorName: body.tutorName,
    tutorRole: body.tutorRole,
    named: body.named === 'yes',
    levels: levelsIn({ ...body }, asked),
  }))
}

const day = z
  .string('fields.date')
  .trim()
  .refine((text) => parseIsoDate(text) !== undefined, 'fields.date')
  .transform((text) => text as IsoDate)

const dayPair = ({ startsOn, endsOn }: Pick<Mobility, 'startsOn' | 'endsOn'>) => ({ startsOn, endsOn })

const levelIn = (competence: Competence) =>
  z
    .string('fields.level')
    .default('')
    .refine((text) => text === '' || attestable(levelOf(competence, text)) !== undefined, 'fields.level')

function levelsIn(
  body: Readonly<Record<string, unknown>>,
  asked: readonly Competence[],
): Record<string, string> {
  const levels: Record<string, string> = {}
  for (const { code } of asked) {
    const level = body[levelField(code)]
    if (typeof level === 'string' && level !== '') levels[code] = level
  }
  return levels
}

/** The code as it stands on paper. */
export const codeForm = z.object({
  code: z.string('fields.required').trim().min(1, 'fields.required').max(60, 'fields.slipCode'),
})
