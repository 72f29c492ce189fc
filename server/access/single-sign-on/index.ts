// Signing in through another organisation (OpenID Connect).
export { createProvider, type Provider } from './provider.ts'
export { signOnRoutes, type SignOnRoutesDeps } from './routes.ts'
export type { SignOnDeps } from './sign-on-deps.ts'
export { createSignOnDoor } from './sign-on-door.ts'
