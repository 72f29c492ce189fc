import type { EnrolmentId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { fullName } from '../learners/index.ts'
import type { Words } from './cell-view.ts'
import type { GridRow } from './read-grid.ts'

/** What a young person shows of one competence in their own words. */
export interface ShownWords {
  readonly label: string
  readonly words: string
  readonly sentences: readonly string[]
}

/** `records/telling` answers, which stands on this feature and so cannot be imported here. */
export type ReadShown = (
  db: Db,
  enrolmentId: EnrolmentId,
  order: readonly string[],
  reader: Words,
) => Promise<readonly ShownWords[]>

/** The block of a trainer's page; undefined when nothing is shown. */
export async function shownModel(
  deps: { readonly db: Db; readonly readShown?: ReadShown | undefined },
  { enrolment, cells }: GridRow,
  words: Words,
) {
  const order = cells.map(({ competence }) => competence.code)
  const blocks = (await deps.readShown?.(deps.db, enrolment.id, order, words)) ?? []
  return { title: words.t('telling.staffTitle', { name: fullName(enrolment.learner) }), blocks }
}
