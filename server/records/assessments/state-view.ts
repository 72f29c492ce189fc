import { cellModel, type Words } from './cell-view.ts'
import { halfDaysWords, rowState, summaryOf } from './grid-view.ts'
import type { Grid, GridRow } from './read-grid.ts'
import { sheetOf } from './sheet.ts'

/** What a page that is open needs to be up to date: the fields as text, and the sentences that follow from them. */
export interface GridState {
  /** Signed meanwhile: nothing can be changed any more. */
  readonly signed: boolean
  readonly summary: string
  readonly rows: readonly RowState[]
}

interface RowState {
  readonly id: string
  readonly sheet: Readonly<Record<string, string>>
  readonly state: { readonly ready: boolean; readonly words: string }
  /** « 2 demi-journées sur 4 », once one is noted: the attendance then follows from them. */
  readonly halfDays?: string
  /** Competence → what the others said of it, in words. */
  readonly said: Readonly<Record<string, { readonly declared?: string; readonly confirmed?: string }>>
}

/** The state of the rows asked for; of all when none is named. */
export function gridState(grid: Grid, words: Words, ids: ReadonlySet<string> = new Set()): GridState {
  const rows = ids.size === 0 ? grid.rows : grid.rows.filter(({ enrolment }) => ids.has(enrolment.id))
  return {
    signed: grid.session.signedAt !== undefined,
    summary: summaryOf(grid.rows, words),
    rows: rows.map((row) => rowOf(row, words)),
  }
}

function rowOf(row: GridRow, words: Words): RowState {
  const sheet = sheetOf(row)
  const { id, halfDays } = row.enrolment
  const said = row.cells.map((cell): [string, RowState['said'][string]] => {
    const { declared, confirmed } = cellModel(cell, sheet, { enrolmentId: id, problems: [], words })
    return [
      cell.competence.code,
      {
        ...(declared && { declared: words.t('sessions.declaredIs', { level: declared.words }) }),
        ...(confirmed && { confirmed: words.t('sessions.confirmedIs', { level: confirmed.words }) }),
      },
    ]
  })
  return {
    id,
    sheet,
    state: rowState(row, words),
    ...(halfDays && { halfDays: halfDaysWords(halfDays, words) }),
    said: Object.fromEntries(said),
  }
}
