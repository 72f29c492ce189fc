// A structure's records when another takes it over: counted, compared, moved.
export { structureRecords } from './structure-records.ts'
