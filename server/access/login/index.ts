export { createLogin, type Login, type LoginDeps } from './create-login.ts'
export { loginRoutes, type LoginRoutesDeps } from './routes.ts'
export { sessionCookieName } from './session-cookie.ts'
