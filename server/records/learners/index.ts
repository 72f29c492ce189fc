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
export { renameLearner, renameProblems, type Names } from './rename-learner.ts'
export { saveLearner } from './save-learner.ts'
export { compareLearners, moveLearners } from './take-over-learners.ts'
export type { LearnerPair, LearnersInCommon } from './take-over-learners.ts'
export type { SaveLearnerDeps, SaveOutcome } from './save-learner.ts'
export { findLearner, findLearners, listLearners } from './store.ts'
