import { createHash } from 'node:crypto'
import { VOICES, type Voice } from './assessment.ts'
import type { GridRow } from './read-grid.ts'

/**
 * One young person's row as a form sees it: field name → text. Fields are `attendance`, `observation`,
 * `confirmedBy`, and for each competence `declared:CODE`, `attested:CODE`, `confirmed:CODE` (a level, or empty) and
 * `note:CODE` (the trainer's observation).
 */
export type Sheet = Readonly<Record<string, string>>

export interface SheetConflict {
  readonly field: string
  /** What a colleague saved in the meantime. */
  readonly current: string
  readonly typed: string
}

export type SheetField =
  | { readonly name: 'attendance' | 'observation' | 'confirmedBy' }
  | { readonly name: 'note'; readonly competence: string }
  | { readonly name: 'level'; readonly voice: Voice; readonly competence: string }

/** What a field name of {@link Sheet} speaks of; undefined for a name that is none. */
export function parseSheetField(field: string): SheetField | undefined {
  if (field === 'attendance' || field === 'observation' || field === 'confirmedBy') return { name: field }
  const [prefix, competence, rest] = field.split(':')
  if (competence === undefined || competence === '' || rest !== undefined) return undefined
  if (prefix === 'note') return { name: 'note', competence }
  const voice = VOICES.find((known) => known === prefix)
  return voice && { name: 'level', voice, competence }
}

/** The row as it is stored now. */
export function sheetOf(row: GridRow): Sheet {
  const { enrolment, cells } = row
  const confirmedBy = cells.map(({ confirmed }) => confirmed?.authorName ?? '').find((name) => name !== '')
  return {
    attendance: enrolment.attendance,
    observation: tidy(enrolment.observation ?? ''),
    confirmedBy: confirmedBy ?? enrolment.mobility?.hostName ?? '',
    ...Object.fromEntries(
      cells.flatMap((cell) => [
        ...VOICES.map((voice): [string, string] => [
          `${voice}:${cell.competence.code}`,
          cell[voice]?.level ?? '',
        ]),
        [`note:${cell.competence.code}`, tidy(cell.attested?.observation ?? '')] as [string, string],
      ]),
    ),
  }
}

/**
 * Three-way merge of a form with what is stored: `typed` against what the form `shown` (fingerprints) and what is
 * there `current`ly. Two people may fill the same grid; only the same field changed by both is a conflict.
 */
export function mergeSheet(
  current: Sheet,
  typed: Sheet,
  shown: Sheet,
): { readonly changes: Sheet; readonly conflicts: readonly SheetConflict[] } {
  const changes: Record<string, string> = {}
  const conflicts: SheetConflict[] = []
  for (const [field, raw] of Object.entries(typed)) {
    const text = tidy(raw)
    const now = current[field] ?? ''
    const before = shown[field] ?? fingerprint('')
    if (text === now || fingerprint(text) === before) continue
    if (fingerprint(now) === before) changes[field] = text
    else conflicts.push({ field, current: now, typed: text })
  }
  return { changes, conflicts }
}

/** Line ends as they are stored, without blanks around: a browser sends CR LF for what it was given as LF. */
export const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

/** Enough of a digest to tell two values of one field apart; it is no secret and guards nothing. */
const fingerprint = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 10)

/** The version a form carries of the fields it shows: `field=fingerprint` pairs. */
export function writeVersion(sheet: Sheet, fields: readonly string[]): string {
  return fields.map((field) => `${field}=${fingerprint(sheet[field] ?? '')}`).join(' ')
}

/** Reads {@link writeVersion} back; what is not understood is left out, and its fields then count as shown empty. */
export function readVersion(text: string): Sheet {
  return Object.fromEntries(
    text.split(' ').flatMap((pair) => {
      const [field, hash, rest] = pair.split('=')
      return field !== undefined && hash !== undefined && rest === undefined ? [[field, hash]] : []
    }),
  )
}

/** What a refused form shows again: what the person changed as they typed it, everything else as it is now. */
export function keepTyped(current: Sheet, typed: Sheet, shown: Sheet): Sheet {
  const changed = Object.entries(typed).filter(
    ([field, text]) => fingerprint(tidy(text)) !== (shown[field] ?? fingerprint('')),
  )
  return { ...current, ...Object.fromEntries(changed) }
}
