import { rowsKeeper } from '../../access/personal-data/index.ts'

/** The record itself: the last to go. */
export const learnersKeeper = rowsKeeper({
  table: 'learners',
  column: 'id',
  of: 'learner',
  without: ['identity_key'],
})

/** Who is not who, among people of similar names: said from either side. Who the other one is, is theirs. */
export const distinctionsKeepers = (['learner_id', 'other_id'] as const).map((column) =>
  rowsKeeper({
    name: 'learner-distinctions',
    table: 'learner_distinctions',
    column,
    of: 'learner',
    without: ['learner_id', 'other_id'],
  }),
)
