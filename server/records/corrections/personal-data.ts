import { rowsKeeper } from '../../access/personal-data/index.ts'

/** What was corrected after signing: what it said before and after. */
export const correctionsKeeper = rowsKeeper({ table: 'corrections', column: 'learner_id', of: 'learner' })
