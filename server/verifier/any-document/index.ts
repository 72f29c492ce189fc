export { anyDocumentRoutes } from './routes.ts'
export { verifyAnything, type AnyDocumentDeps, type Outcome } from './verify-anything.ts'
