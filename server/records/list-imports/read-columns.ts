import { columnLetter, titleWords, type Table } from '../imports/index.ts'
import type { ListField, ListKind } from './list-kind.ts'

export interface ListColumn {
  readonly index: number
  readonly letter: string
  readonly header: string
  /** Undefined for a column that is left aside. */
  readonly field: string | undefined
}

const titlesOf = ({ titles }: ListField): string[] => titles.split(' / ').map(titleWords)

function fieldOf(fields: readonly ListField[], title: string): string | undefined {
  const words = titleWords(title)
  const inner = titleWords(title.replace(/\(.*?\)|\[.*?\]/gs, ' '))
  return (
    fields.find((field) => titlesOf(field).includes(words)) ??
    fields.find((field) => titlesOf(field).includes(inner))
  )?.name
}

/** Whether a row holds the titles of this kind of list: the required ones. */
export const isHeaderOf =
  ({ fields }: ListKind) =>
  (cells: readonly string[]): boolean => {
    const found = new Set(cells.map((cell) => fieldOf(fields, cell)))
    return found.size > 1 && fields.every(({ name, required }) => required !== true || found.has(name))
  }

/** What each column means: what somebody said of it, else what its title says; each meaning once, the first wins. */
export function readColumns({ fields }: ListKind, table: Table): ListColumn[] {
  const taken = new Set<string>()
  return table.header.map((header, index): ListColumn => {
    const told = table.meanings?.[index]
    const wanted = told === undefined ? fieldOf(fields, header) : told.replace(/^field:/, '')
    const known = fields.find(({ name }) => name === wanted)?.name
    const field = known === undefined || taken.has(known) ? undefined : known
    if (field !== undefined) taken.add(field)
    return { index, letter: columnLetter(index), header, field }
  })
}

/** The meanings as the mapping screen writes them. */
export const columnCodes = (columns: readonly ListColumn[]): string[] =>
  columns.map(({ field }) => (field === undefined ? 'ignored' : `field:${field}`))
