export { createMetrics, type Metrics } from './metrics.ts'
export { metricsRoutes, type MetricsRoutesDeps } from './routes.ts'
