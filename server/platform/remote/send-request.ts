import { request } from 'node:https'
import type { IncomingMessage } from 'node:http'
import { isIP, type LookupFunction } from 'node:net'
import { RemoteError, type RemoteErrorCode } from './remote-error.ts'
import { portOf } from './remote-url.ts'
import { resolveHost, systemLookup, type Lookup } from './resolve-host.ts'

/** The outside world. Only tests replace parts of it: a name server of their own, and where the "internet" listens. */
export interface Network {
  readonly lookup?: Lookup
  /** Where a checked address is really reached. */
  readonly dial?: (address: string, port: number) => { readonly address: string; readonly port: number }
  /** The only authority whose certificates count, PEM. Absent: those Node trusts. */
  readonly ca?: string
}

export interface RequestLimits {
  /** Longest silence, milliseconds. */
  readonly idleMs: number
  readonly maxHeaderBytes: number
}

/** A name server may list any number of addresses, also of strangers: we knock at few. */
const MAX_ADDRESSES = 4

/**
 * Sends one GET over TLS and answers as soon as the headers are there. The connection goes to the very addresses that
 * were checked (a second answer of the name server is never asked for), while certificate and `Host` are of the name.
 *
 * Silence ends everything: it aborts `stop`.
 *
 * @throws RemoteError, or what Node throws (see {@link asRemoteError})
 */
export async function sendRequest(
  url: URL,
  headers: Readonly<Record<string, string>>,
  options: { readonly network: Network; readonly limits: RequestLimits; readonly stop: AbortController },
): Promise<IncomingMessage> {
  const { network, limits, stop } = options
  const { signal } = stop
  const host = url.hostname
  const addresses = await resolveHost(host, network.lookup ?? systemLookup, signal)
  signal.throwIfAborted()
  const places = addresses
    .slice(0, MAX_ADDRESSES)
    .map((address) => network.dial?.(address, portOf(url)) ?? { address, port: portOf(url) })
  return new Promise((resolve, reject) => {
    const sent = request({
      host,
      servername: host,
      port: places[0]?.port,
      path: `${url.pathname}${url.search}`,
      headers: { host: url.host, ...headers },
      lookup: pinnedTo(places.map(({ address }) => address)),
      // a connection of its own, closed afterwards: what was checked for this request serves no other
      agent: false,
      maxHeaderSize: limits.maxHeaderBytes,
      minVersion: 'TLSv1.2',
      signal,
      ...(network.ca === undefined ? {} : { ca: network.ca }),
    })
    sent.setTimeout(limits.idleMs, () => stop.abort())
    sent.once('response', resolve)
    // more than one may come, also after the answer began
    sent.on('error', reject)
    // without either, Node closes a connection that its server wants to use for another protocol (101)
    sent.once('close', () => reject(new Error('closed without an answer')))
    sent.end()
  })
}

function pinnedTo(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_host, options, callback) => {
    const [first] = all
    if (options.all === true || first === undefined) callback(null, all)
    else callback(null, first.address, first.family)
  }
}

/** What a failure of Node's network layer means, as one of our codes. */
export function asRemoteError(error: unknown, host: string, signal: AbortSignal): RemoteError {
  if (error instanceof RemoteError) return error
  if (signal.aborted) return new RemoteError('timeout', host, { cause: error })
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new RemoteError(codeOf(code), host, { cause: error })
}

function codeOf(code: string): RemoteErrorCode {
  if (code === 'HPE_HEADER_OVERFLOW') return 'headers-too-large'
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR_'))
    return 'encoding-refused'
  if (code === 'ETIMEDOUT') return 'timeout'
  return /CERT|UNABLE_TO|ERR_TLS|ERR_SSL/.test(code) ? 'certificate-refused' : 'connection-failed'
}
