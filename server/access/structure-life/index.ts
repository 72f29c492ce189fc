// What becomes of a structure: another name, closed, open again, taken over by another.
export { closeStructure } from './close-structure.ts'
export { mergeStructures, type Merger } from './merge-structures.ts'
export { reopenStructure } from './reopen-structure.ts'
export { structureLifeRoutes } from './routes.ts'
export type { StructureLifeDeps } from './structure-life-deps.ts'
export type {
  Pair,
  RecordCounts,
  SharedPeople,
  SharedPerson,
  StructureRecords,
  TakenOver,
} from './structure-records.ts'
