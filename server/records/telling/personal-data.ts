import { rowsKeeper } from '../../access/personal-data/index.ts'

/** Everything somebody told, shown or not. */
export const tellingsKeeper = rowsKeeper({ table: 'tellings', column: 'learner_id', of: 'learner' })

/** The stays somebody wrote down themselves. */
export const ownStaysKeeper = rowsKeeper({
  name: 'own-stays',
  table: 'own_stays',
  column: 'learner_id',
  of: 'learner',
})
