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
export { createLearner, editLearner, type EditLearnerDeps, type Identity } from './edit-learner.ts'
export { identityForm, newLearnerForm, optionalDay, optionalLine, typedDay } from './forms.ts'
export { requireEditableLearner, requireLearner, type LearnerFile } from './require-learner.ts'
export { rankByName, searchLearners, type LearnerSearch } from './search-learners.ts'
export { saveLearner } from './save-learner.ts'
export { becomeOne, compareLearners, moveLearners } from './take-over-learners.ts'
export type { LearnerPair, LearnersInCommon } from './take-over-learners.ts'
export type { SaveLearnerDeps, SaveOutcome } from './save-learner.ts'
export { scopeOf } from './learner-scope.ts'
export {
  findLearner,
  findLearners,
  idsInScope,
  listLearners,
  selectKnownNames,
  selectRecordsOf as recordsOf,
  findLearnersNamed,
} from './store.ts'
export { lettersApart, slipsForgiven, soundAlike, splitFolded } from './name-likeness.ts'
export { inOrder } from './search-learners.ts'
export { distinctionsKeepers, learnersKeeper } from './personal-data.ts'
