// The passport in the European Learning Model, for the Union's tool that issues European Digital Credentials.
export { makeFile, type EuropassFile } from './make-file.ts'
export { europassRoutes, type EuropassDeps } from './routes.ts'
