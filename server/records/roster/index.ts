// The coordinator's roster: whom a structure knows, found by name, and the file of each.
export { rosterRoutes } from './routes.ts'
