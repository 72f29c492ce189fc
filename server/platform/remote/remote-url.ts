import { isIP } from 'node:net'
import { RemoteError } from './remote-error.ts'
import { HTTPS_PORT, type RemoteHosts } from './remote-hosts.ts'

const MAX_URL = 2000
const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
/** A full name: at least two labels, no dot at the end (another name to certificates and lists). */
const HOST_NAME = new RegExp(`^(?=.{1,253}$)(${LABEL}\\.)+${LABEL}$`)
/** Names that by definition lead into one's own network (RFC 6761, 6762, 8375, 9476). */
const INWARD = /\.(localhost|local|internal|intranet|lan|home\.arpa|onion|alt)$/

/**
 * The address of a document that may be asked for: https, a name and no number, no user, the usual port unless the list
 * of hosts names another. Looked at before anything is resolved, and again for each redirect.
 *
 * @throws RemoteError `network-off`, `url-refused`, `host-refused`
 */
export function checkRemoteUrl(text: string, hosts: RemoteHosts, base?: URL): URL {
  const url = text.length <= MAX_URL && URL.canParse(text, base) ? new URL(text, base) : undefined
  // Written forms of an IPv4 address (decimal, octal, hexadecimal, short) are dotted decimals once URL has read them.
  const host = url?.hostname ?? ''
  if (
    url?.protocol !== 'https:' ||
    url.username !== '' ||
    url.password !== '' ||
    /[\\\s]|^[^/]*\/\/[^/?#]*@/.test(text) ||
    isIP(host) !== 0 ||
    !HOST_NAME.test(host) ||
    /\.\d+$/.test(host) ||
    INWARD.test(host)
  ) {
    throw new RemoteError('url-refused', HOST_NAME.test(host) ? host : '')
  }
  if (hosts.none) throw new RemoteError('network-off', host)
  if (!hosts.allows(host, portOf(url))) throw new RemoteError('host-refused', host)
  url.hash = ''
  return url
}

export const portOf = (url: URL): number => (url.port === '' ? HTTPS_PORT : Number(url.port))
