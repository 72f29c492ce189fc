// Two records of one person: suggested, compared, made one with everything that hangs on them, or told apart.
export { findSuspects, type Suspects } from './find-suspects.ts'
export { joinRecords } from './join-records.ts'
export { mergeRecords, type MergeChoices, type MergeInput } from './merge-records.ts'
export { tellApart } from './tell-apart.ts'
export { compareRecords, type TwinRecords } from './compare-records.ts'
export { duplicateRoutes } from './routes.ts'
