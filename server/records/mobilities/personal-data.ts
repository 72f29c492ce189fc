import { rowsKeeper } from '../../access/personal-data/index.ts'

/** Stays abroad, what was planned and what was done. */
export const mobilitiesKeeper = rowsKeeper({ table: 'mobilities', column: 'learner_id', of: 'learner' })
