import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import type { StructureRecords } from './structure-records.ts'

export interface StructureLifeDeps {
  readonly db: Db
  readonly clock: Clock
  readonly structureRecords: StructureRecords
}
