// Lists imported by themselves, outside any session: people, structures, sessions.
export { applyList, planList, type ImportedList } from './plan-list.ts'
export type { ListImportDeps, ListKind, ListPlan, PlannedItem } from './list-kind.ts'
export { peopleList } from './people-list.ts'
export { sessionsList } from './sessions-list.ts'
export { structuresList } from './structures-list.ts'
export { listImportRoutes } from './routes.ts'
