// The issuing half of the VC-API.
export { listInstances, type ListedInstance } from './list-instances.ts'
export { problemsOf, requestProblem, type ProblemDetails } from './problem-details.ts'
export { issuerApiRoutes } from './routes.ts'
export type { VcApiDeps } from './vc-api-deps.ts'
