import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import { meaningCode } from './meaning-code.ts'
import { MAX_PACKED_LENGTH, unpackTable } from './packed-table.ts'
import { recogniseColumns } from './recognise-columns.ts'
import type { Table } from './table.ts'

const sent = z
  .object({ table: z.string().min(1).max(MAX_PACKED_LENGTH) })
  .catchall(z.unknown())
  .transform(({ table, ...fields }) => ({ table, fields }))

/** Fields of the form: `column-0`, `column-1`… */
export const columnField = (index: number): string => `column-${index}`

/**
 * The table with what the form says of its columns. Only what differs from what we understood is somebody's word: a title
 * that we read right needs no memory. Where something was said before, what is said now stands in its place.
 * @param understood what each column of a table means to us by its title alone
 * @throws AppError `invalid-input` for a form that no page of ours made
 */
export function readColumnChoice(
  body: unknown,
  understood: (table: Table) => readonly string[] = (table) =>
    recogniseColumns(table).map(({ meaning }) => meaningCode(meaning)),
): Table {
  const form = sent.safeParse(body)
  if (!form.success) throw new AppError('invalid-input')
  const table = unpackTable(form.data.table)
  const alone = understood({ ...table, meanings: {} })
  const meanings = table.header.flatMap((_, index): [number, string][] => {
    const chosen = form.data.fields[columnField(index)]
    const isWord = chosen !== alone[index] || table.meanings?.[index] !== undefined
    return typeof chosen === 'string' && isWord ? [[index, chosen]] : []
  })
  return { ...table, meanings: Object.fromEntries(meanings) }
}
