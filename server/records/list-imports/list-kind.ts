import type { Clock } from '../../kernel/clock.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { MessageKey } from '../../platform/i18n/index.ts'
import type { EnrolDeps } from '../training-sessions/index.ts'
import type { ImportProblem, ListOwner, SaveOutcome } from '../imports/index.ts'

export type ListImportDeps = EnrolDeps & { readonly db: Db; readonly clock: Clock }

/** A column that a kind of list may have. */
export interface ListField {
  readonly name: string
  /** How people title it, in French and English, separated by « / ». */
  readonly titles: string
  readonly required?: boolean
}

/** One row of a list by what its cells mean. */
export interface ListRow {
  /** The spreadsheet's row number. */
  readonly number: number
  /** The cell as one clean line; undefined when it says nothing. */
  value(field: string): string | undefined
  /** Adds an error of this cell, or of the row when there is no such column. */
  problem(field: string, message: MessageKey, params?: Readonly<Record<string, string | number>>): void
}

/** What a row would do. */
export interface PlannedItem {
  readonly row: number
  /** Whom or what it is about. */
  readonly label: string
  readonly about: string
  readonly outcome: SaveOutcome
  apply(trx: Db): Promise<void>
}

/** Whose list, and who sends it. */
export interface ListScope {
  readonly actor: Actor
  /** The structure whose list it is; null for a list of the platform. */
  readonly organisationId: OrganisationId | null
}

/** A kind of list that can be imported by itself, outside any session. */
export interface ListKind {
  readonly list: ListOwner['list']
  readonly fields: readonly ListField[]
  /** Reads the rows and compares them with what is known; nothing is written. Problems go to the rows. */
  plan(db: Db, deps: ListImportDeps, scope: ListScope, rows: readonly ListRow[]): Promise<PlannedItem[]>
}

export interface ListPlan {
  readonly items: readonly PlannedItem[]
  readonly problems: readonly ImportProblem[]
  readonly fingerprint: string
}
