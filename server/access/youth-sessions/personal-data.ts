import { rowsKeeper } from '../personal-data/index.ts'

/** Visits under way: when they began. Erasing ends them, in whatever browser. */
export const youthSessionsKeeper = rowsKeeper({
  table: 'youth_sessions',
  column: 'learner_id',
  of: 'learner',
  without: ['token_hash'],
})
