import { createServer } from 'node:https'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Network } from '../../server/platform/remote/index.ts'
import { makeCertificate } from './certificate.ts'

/** A public address that nobody here has; the fake internet listens for it on this machine. */
export const PUBLIC_ADDRESS = '93.184.215.14'

export type Site = (req: IncomingMessage, res: ServerResponse) => void

/**
 * An internet of one's own: names, a public address for each, and one real TLS server behind them all. The guard under
 * test sees public addresses and real certificates; only the last step, where an address is, is ours.
 */
export async function openFakeInternet(names: readonly string[]) {
  const sites = new Map<string, Site>()
  /** What the name server answers, in turn; the last answer stays. */
  const answers = new Map<string, (readonly string[])[]>()
  const asked: { host: string; path: string; headers: IncomingMessage['headers'] }[] = []
  const dialled: string[] = []
  const lookups: string[] = []
  const { cert, key } = makeCertificate(names)
  const listener: RequestListener = (req, res) => {
    const host = (req.headers.host ?? '').replace(/:\d+$/, '')
    asked.push({ host, path: req.url ?? '', headers: req.headers })
    // a guard that has had enough hangs up
    res.on('error', () => undefined)
    const site = sites.get(host)
    if (site === undefined) res.writeHead(404).end()
    else site(req, res)
  }
  const server = createServer({ cert, key }, listener)
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const network: Network = {
    ca: cert,
    lookup: (host) => {
      lookups.push(host)
      const list = answers.get(host)
      const answer = list !== undefined && list.length > 1 ? list.shift() : list?.[0]
      return Promise.resolve(answer ?? (names.includes(host) ? [PUBLIC_ADDRESS] : []))
    },
    dial: (address) => {
      dialled.push(address)
      return { address: '127.0.0.1', port }
    },
  }
  return {
    network,
    server,
    sites,
    answers,
    /** Requests that arrived. */
    asked,
    /** Addresses that were connected to. */
    dialled,
    lookups,
    /** `host` answers every path with this JSON. */
    serve: (host: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
      sites.set(host, (_req, res) => sendJson(res, body, headers)),
    /** `host` answers these paths. */
    servePaths: (host: string, pages: Readonly<Record<string, unknown>>) =>
      sites.set(host, (req, res) => {
        const body = pages[req.url ?? '']
        if (body === undefined) res.writeHead(404).end()
        else sendJson(res, body)
      }),
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

export type FakeInternet = Awaited<ReturnType<typeof openFakeInternet>>

export function sendJson(
  res: ServerResponse,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  res.writeHead(200, { 'Content-Type': 'application/json', ...headers })
  res.end(typeof body === 'string' ? body : JSON.stringify(body))
}
