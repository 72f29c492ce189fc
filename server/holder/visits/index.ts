// How often what somebody holds was checked: numbers for its holder, never who.
export { createVisitCounter, type VisitCounter } from './visit-counter.ts'
export { watchVerdicts, type WatchDeps } from './watch-verdicts.ts'
export { writeVisits, type WriteVisitsDeps } from './write-visits.ts'
export { forgetOldVisits } from './forget-visits.ts'
export { findVisits, type OwnVisits, type VisitNumbers } from './find-visits.ts'
export { visitsSentence } from './visits-sentence.ts'
export { isVisit } from './is-visit.ts'
export { visitsKeeper } from './personal-data.ts'
