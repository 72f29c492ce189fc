// The page where somebody looks after what opens their own account.
export { resetForSomebody, type ForgottenFactors } from './reset-for-somebody.ts'
export { securityRoutes } from './routes.ts'
export { tellOwner } from './tell-owner.ts'
export type { SecurityDeps } from './security-deps.ts'
