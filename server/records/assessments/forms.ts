import { z } from 'zod'
import { readVersion } from './sheet.ts'
import type { TypedSheet } from './save-sheets.ts'

/** What the button pressed asks for, besides saving. */
const ACTIONS = ['save', 'next', 'confirm', 'sign', 'together'] as const

/**
 * The grid and the learner's page: `<enrolment>.<field>` for each field of a sheet and `<enrolment>.version` for what
 * the form showed of them.
 */
export const sheetsForm = z.record(z.string(), z.string('fields.invalid')).transform((body) => ({
  action: ACTIONS.find((action) => action === body['action']) ?? 'save',
  page: pageNumber(body['page']),
  sheets: groupSheets(body),
}))

/** One sheet per enrolment named in the fields. */
export function groupSheets(body: Readonly<Record<string, string>>): TypedSheet[] {
  const sheets = new Map<string, { typed: Record<string, string>; version: string }>()
  for (const [name, value] of Object.entries(body)) {
    const dot = name.indexOf('.')
    if (dot <= 0) continue
    const enrolmentId = name.slice(0, dot)
    const field = name.slice(dot + 1)
    const sheet = sheets.get(enrolmentId) ?? { typed: {}, version: '' }
    if (field === 'version') sheet.version = value
    else sheet.typed[field] = value
    sheets.set(enrolmentId, sheet)
  }
  return [...sheets].map(([enrolmentId, { typed, version }]) => ({
    enrolmentId,
    typed,
    shown: readVersion(version),
  }))
}

/** `?page=`: from 1; anything else is the first. */
export function pageNumber(text: unknown): number {
  const number = typeof text === 'string' && /^\d{1,4}$/.test(text) ? Number(text) : 1
  return Math.max(1, number)
}

/** The confirmation page: the digest of what it showed. */
export const signForm = z.object({ version: z.string('fields.required').min(1, 'fields.required').max(100) })
