/** Whom we may ask: `REMOTE_HOSTS`, read. */
export interface RemoteHosts {
  /** Nobody at all. */
  readonly none: boolean
  allows(host: string, port: number): boolean
}

export const HTTPS_PORT = 443
const ENTRY = /^(\*|(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?)$/

/**
 * `*` any public host; `example.org` this host; `*.example.org` those below it; `example.org:8443` another port than 443,
 * which no other entry opens. Several are separated by commas. Empty or `none`: no network.
 */
export function parseRemoteHosts(text: string): RemoteHosts | undefined {
  const entries = text
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  if (entries.length === 0 || (entries.length === 1 && entries[0] === 'none'))
    return { none: true, allows: () => false }
  if (!entries.every((entry) => ENTRY.test(entry))) return undefined
  const rules = entries.map(ruleOf)
  return { none: false, allows: (host, port) => rules.some((rule) => rule(host, port)) }
}

function ruleOf(entry: string): RemoteHosts['allows'] {
  const [pattern = '', port = String(HTTPS_PORT)] = entry.split(':')
  const matches = (host: string): boolean => {
    if (pattern === '*') return true
    return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern
  }
  return (host, asked) => String(asked) === port && matches(host)
}
