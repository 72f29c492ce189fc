// Frameworks of competences that the network writes itself: drafts, versions, publication.
export { loadFrameworks } from './load-frameworks.ts'
export { publishFramework, type Publication } from './publish-framework.ts'
export {
  listFrameworks,
  readFramework,
  type WrittenCompetence,
  type WrittenFramework,
} from './read-framework.ts'
export { frameworkRoutes, type FrameworkRoutesDeps } from './routes.ts'
export {
  createFramework,
  moveCompetence,
  retireCompetence,
  saveCompetence,
  type FrameworkDeps,
} from './write-framework.ts'
