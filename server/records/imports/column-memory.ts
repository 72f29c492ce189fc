import { z } from 'zod'
import type { OrganisationId } from '../../kernel/ids.ts'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { foldText } from '../../kernel/fold-text.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Table } from './table.ts'

/** Whose lists they are, and lists of what. */
export interface ListOwner {
  /** null for the lists of the platform itself. */
  readonly organisationId: OrganisationId | null
  readonly list: 'people' | 'structures' | 'sessions'
}

const PLATFORM = 'platform'
/** A title longer than this is no title; it is not worth remembering. */
const LONGEST_TITLE = 200

const keysOf = ({ organisationId, list }: ListOwner) => ({ owner: organisationId ?? PLATFORM, list })
const memoryRow = z.object({ title: z.string(), meaning: z.string() })

/** The table with what was said of columns of the same titles before; what is said of this one already stands. */
export async function withRememberedColumns(db: Db, owner: ListOwner, table: Table): Promise<Table> {
  const rows: unknown[] = await db('import_columns').where(keysOf(owner))
  const known = new Map(rows.map((row) => memoryRow.parse(row)).map(({ title, meaning }) => [title, meaning]))
  const remembered = table.header.flatMap((title, index): [number, string][] => {
    const meaning = known.get(foldText(title))
    return meaning === undefined ? [] : [[index, meaning]]
  })
  if (remembered.length === 0) return table
  return { ...table, meanings: { ...Object.fromEntries(remembered), ...table.meanings } }
}

/** Keeps what was said of the columns, for the next list of the same owner. */
export async function rememberColumns(
  db: Db,
  { clock }: { readonly clock: Clock },
  owner: ListOwner,
  table: Pick<Table, 'header' | 'meanings'>,
): Promise<void> {
  const at = isoInstant(clock.now())
  for (const [index, meaning] of Object.entries(table.meanings ?? {})) {
    const title = foldText(table.header[Number(index)] ?? '')
    if (title === '' || title.length > LONGEST_TITLE) continue
    await db('import_columns')
      .insert({ ...keysOf(owner), title, meaning, updated_at: at })
      .onConflict(['owner', 'list', 'title'])
      .merge(['meaning', 'updated_at'])
  }
}
