/** Young people, as each structure knows them. */
export {
  fullName,
  identityKey,
  learnerChanges,
  matchLearner,
  MAX_NAME_LENGTH,
  nameKey,
  nameLength,
  normaliseName,
} from './learner.ts'
export type { Learner, LearnerInput, LearnerMatch } from './learner.ts'
export { saveLearner } from './save-learner.ts'
export type { SaveLearnerDeps, SaveOutcome } from './save-learner.ts'
export { findLearner, findLearners, listLearners } from './store.ts'
