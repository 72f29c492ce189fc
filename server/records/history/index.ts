// Who did what, when, with everything that concerns one young person.
export { listHistory, type History } from './list-history.ts'
export { historyRoutes } from './routes.ts'
