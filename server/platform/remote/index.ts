export {
  createRemoteFetcher,
  type FetchOptions,
  type RemoteFetcher,
  type RemoteFetcherOptions,
} from './remote-fetcher.ts'
export { RemoteError, type RemoteErrorCode } from './remote-error.ts'
export { parseRemoteHosts, type RemoteHosts } from './remote-hosts.ts'
export type { Network } from './send-request.ts'
