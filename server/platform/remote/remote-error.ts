/** Why a remote document was not had. A closed union: callers may switch over it. */
export type RemoteErrorCode =
  // not asked at all
  | 'network-off' // REMOTE_HOSTS allows nothing
  | 'url-refused' // not https, credentials in it, another port, an address instead of a name
  | 'host-refused' // REMOTE_HOSTS does not name the host
  | 'busy' // too many questions at once
  // while reaching the host
  | 'name-unresolved'
  | 'address-refused' // the name leads to an address that is not public
  | 'connection-failed'
  | 'certificate-refused'
  | 'timeout'
  // what it answered
  | 'too-many-redirects'
  | 'redirect-refused' // without a usable address
  | 'status-refused' // neither 200 nor a redirect
  | 'headers-too-large'
  | 'encoding-refused' // a compression we did not offer, or broken
  | 'type-refused' // no kind of JSON
  | 'too-large'
  | 'json-invalid'
  | 'json-too-deep'

/** A document of somebody else that cannot be had. Names the host and never the path, which may tell about a person. */
export class RemoteError extends Error {
  readonly code: RemoteErrorCode
  readonly host: string

  constructor(code: RemoteErrorCode, host: string, options?: ErrorOptions) {
    super(host === '' ? code : `${code}: ${host}`, options)
    this.name = 'RemoteError'
    this.code = code
    this.host = host
  }
}
