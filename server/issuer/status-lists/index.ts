export {
  allocateStatusEntries,
  allocateStatusEntry,
  type AllocateDeps,
  type StatusEntry,
} from './allocate-status-entry.ts'
export { findStatusEntry } from './find-status-entry.ts'
export { markRevoked } from './mark-revoked.ts'
export { publishStatusList, type PublishDeps } from './publish-status-list.ts'
export { statusListUrl } from './status-list.ts'
export { loadOwnStatusList } from './read-status-list.ts'
export { statusListRoutes, type StatusListRoutesDeps } from './routes.ts'
