import { listEvents } from '../../access/audit/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { GridRow } from './read-grid.ts'
import { parseSheetField } from './sheet.ts'

/** Enough to find who changed one of a place's two own fields last. */
const EVENTS_READ = 20

export interface LastChange {
  /** Empty when nobody can be named: the field is empty again, or the young person spoke for themselves. */
  readonly by: string
  /** UTC ISO instant. */
  readonly at: string
}

/** Who gave a field the value it has, and when: what somebody who typed another one at the same time wants to know. */
export async function whoChanged(db: Db, { enrolment, cells }: GridRow, field: string): Promise<LastChange> {
  const known = parseSheetField(field)
  const unknown = { by: '', at: enrolment.updatedAt }
  if (known === undefined || known.name === 'confirmedBy') return unknown
  if (known.name === 'level' || known.name === 'note') {
    const cell = cells.find(({ competence }) => competence.code === known.competence)
    const said = cell?.[known.name === 'note' ? 'attested' : known.voice]
    return said === undefined ? unknown : { by: said.authorName, at: said.updatedAt }
  }
  const events = await listEvents(db, {
    subject: { type: 'enrolment', id: enrolment.id },
    limit: EVENTS_READ,
  })
  const last = events.find(({ details }) => {
    const { changed } = details
    return Array.isArray(changed) && changed.includes(known.name)
  })
  return last === undefined ? unknown : { by: last.actorName, at: last.at }
}
