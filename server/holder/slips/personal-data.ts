import { rowsKeeper } from '../../access/personal-data/index.ts'

/** Slips given to somebody: when, and by whom. Never what opens them. */
export const slipsKeeper = rowsKeeper({
  table: 'slips',
  column: 'learner_id',
  of: 'learner',
  without: ['code_hash'],
})
