// What is kept about young people, feature by feature: given to them in one file, and erased when they ask.
export { erasePerson, type ErasureDeps, type InvalidateCopies } from './erase-person.ts'
export { exportPerson, type ExportDeps } from './export-person.ts'
export { rowsKeeper, type KeptRows } from './rows-keeper.ts'
export { auditKeeper } from './audit-keeper.ts'
export { sweepErasedFiles } from './sweep-files.ts'
export { personalDataRoutes, type PersonalDataRoutesDeps } from './routes.ts'
export type {
  ErasedPart,
  ExportedFile,
  ExportedSection,
  KeptReason,
  PersonalDataKeeper,
} from './personal-data-keeper.ts'
export { holdOffErasure } from './store.ts'
