import type { z } from 'zod'
import type { FieldProblem } from '../../kernel/errors.ts'

export type ParsedForm<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: FieldProblem[]; readonly typed: Record<string, string> }

/**
 * Parses what a form sent. On failure it gives one problem per field, whose message is a key of
 * `templates/locales/<locale>/fields.ts` (the schema's own messages, or `fields.invalid`), and what was typed,
 * so that the page can be shown again with nothing lost.
 */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): ParsedForm<z.output<Schema>> {
  const typed = typedValues(body)
  const malformed = Object.keys(typed).filter((field) => typed[field]?.includes('\0'))
  if (malformed.length > 0)
    return { ok: false, problems: malformed.map((field) => ({ field, message: 'fields.malformed' })), typed }
  const parsed = schema.safeParse(body ?? {})
  if (parsed.success) return { ok: true, value: parsed.data }
  const seen = new Map<string, FieldProblem>()
  for (const issue of parsed.error.issues) {
    const field = issue.path.map(String).join('.')
    if (!seen.has(field)) seen.set(field, toProblem(field, issue))
  }
  return { ok: false, problems: [...seen.values()], typed }
}

function toProblem(field: string, issue: z.core.$ZodIssue): FieldProblem {
  const message = issue.message.startsWith('fields.') ? issue.message : 'fields.invalid'
  if (issue.code === 'too_big') return { field, message, params: { max: Number(issue.maximum) } }
  if (issue.code === 'too_small') return { field, message, params: { min: Number(issue.minimum) } }
  return { field, message }
}

function typedValues(body: unknown): Record<string, string> {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(
    Object.entries(body).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== '_csrf',
    ),
  )
}
