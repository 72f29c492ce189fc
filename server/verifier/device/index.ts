// What a visitor's own device verifies papers with, beside the server and without it.
export { DEVICE_FILES, deviceRoutes, type DeviceRoutesDeps } from './routes.ts'
