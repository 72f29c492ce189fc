import { z } from 'zod'
import { parseIsoDate, type IsoDate } from '../../kernel/clock.ts'
import { LANGUAGES, LOCALES } from '../../kernel/locale.ts'
import { PASSPORT_FORMS } from '../passports/index.ts'
import { OUTPUTS, SCOPES, type BatchOutput, type BatchPrint, type BatchScope } from './batch.ts'

/** Sessions that one form may name; a page offers a hundred. */
const MOST_SESSIONS = 200

const day = z
  .string()
  .optional()
  .transform((text) => text?.trim() ?? '')
const sessionIds = z
  .union(
    [z.string().max(100), z.array(z.string().max(100)).max(MOST_SESSIONS, 'fields.choice')],
    'fields.choice',
  )
  .optional()
  .transform((given) => (given === undefined ? [] : Array.isArray(given) ? [...new Set(given)] : [given]))

/** The sessions that were checked, to show a refused form as it was sent. */
export function checkedSessions(body: unknown): readonly string[] {
  const sent = z.object({ sessions: sessionIds }).safeParse(body ?? {})
  return sent.success ? sent.data.sessions : []
}

/** Whose passports, printed how, in which files. */
export const batchForm = z
  .object({
    scope: z.enum(SCOPES, 'fields.choice'),
    sessions: sessionIds,
    from: day,
    until: day,
    form: z.enum(PASSPORT_FORMS, 'fields.choice'),
    locale: z.enum(LOCALES, 'fields.choice'),
    beside: z.union([z.literal(''), z.enum(LANGUAGES)], 'fields.choice').optional(),
    output: z.enum(OUTPUTS, 'fields.choice'),
  })
  .transform((values, context): { about: BatchScope; print: BatchPrint; output: BatchOutput } => {
    const { form, locale, output } = values
    const problem = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    const beside = values.beside === undefined || values.beside === '' ? undefined : values.beside
    if (beside === locale) problem('beside', 'fields.sameLanguage')
    const print: BatchPrint = { form, locale, ...(beside === undefined ? {} : { beside }) }
    return { about: scopeOf(values, problem), print, output }
  })

interface Typed {
  readonly scope: BatchScope['scope']
  readonly sessions: readonly string[]
  readonly from: string
  readonly until: string
}

function scopeOf(typed: Typed, problem: (field: string, message: string) => void): BatchScope {
  if (typed.scope === 'everybody') return { scope: 'everybody' }
  if (typed.scope === 'sessions') {
    if (typed.sessions.length === 0) problem('sessions', 'fields.chooseSession')
    return { scope: 'sessions', sessionIds: typed.sessions }
  }
  const from = dayOf('from', typed.from, problem)
  const until = dayOf('until', typed.until, problem)
  if (from !== undefined && until !== undefined && until < from) problem('until', 'fields.endBeforeStart')
  return { scope: 'period', from: from ?? NEVER, until: until ?? NEVER }
}

/** In place of a day that a problem was said about: the value goes nowhere. */
const NEVER = '1970-01-01' as IsoDate

function dayOf(
  field: string,
  text: string,
  problem: (field: string, message: string) => void,
): IsoDate | undefined {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  const found =
    parseIsoDate(text) ?? parseIsoDate(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  if (found === undefined) problem(field, text === '' ? 'fields.required' : 'fields.date')
  return found
}
