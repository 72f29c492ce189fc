import { rowsKeeper } from '../../access/personal-data/index.ts'

/** How often each of their pages was opened. Asked before the credentials, which say whose page it is. */
export const visitsKeeper = rowsKeeper({
  table: 'verdict_visits',
  column: 'credential_id',
  of: { table: 'credentials', column: 'learner_id', of: 'learner' },
})
