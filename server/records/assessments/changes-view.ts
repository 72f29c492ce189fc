import type { FieldProblem } from '../../kernel/errors.ts'
import type { MessageKey } from '../../platform/i18n/index.ts'
import type { AppliedChanges, ChangeConflict } from './apply-changes.ts'
import { changedWords, levelWords, type Words } from './cell-view.ts'
import { attendanceWords } from './grid-view.ts'
import { parseSheetField } from './sheet.ts'
import type { GridState } from './state-view.ts'

/** What a page's script hears after it sent changes: what to forget, what to ask the trainer, how the rows are now. */
export function changesAnswer(applied: AppliedChanges, state: GridState, words: Words) {
  return {
    received: applied.received,
    conflicts: applied.conflicts.map((conflict) => conflictModel(conflict, words)),
    refused: applied.refused.map(({ change, problem }) => ({
      id: change.id,
      field: problem.field,
      sentence: sentenceOf(problem, words),
    })),
    state,
  }
}

function conflictModel(conflict: ChangeConflict, words: Words) {
  const { change, current, by, at } = conflict
  const inWords = (text: string): string => valueWords(conflict, text, words)
  return {
    id: change.id,
    field: `${change.enrolmentId}.${change.field}`,
    current,
    currentWords: inWords(current),
    typedWords: inWords(change.value),
    sentence: changedWords({ current: inWords(current), typed: inWords(change.value), by, at }, words),
  }
}

function valueWords({ change, row }: ChangeConflict, text: string, words: Words): string {
  if (text === '') return '—'
  const known = parseSheetField(change.field)
  if (known?.name === 'attendance') return attendanceWords(text, words)
  if (known?.name !== 'level') return text
  const cell = row.cells.find(({ competence }) => competence.code === known.competence)
  return cell === undefined ? text : levelWords(cell.competence, text, words)
}

const sentenceOf = (problem: FieldProblem, { t }: Words): string =>
  t(problem.message as MessageKey, problem.params)
