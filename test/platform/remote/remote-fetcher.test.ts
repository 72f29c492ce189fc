import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLogger } from '../../../server/platform/log/index.ts'
import {
  createRemoteFetcher,
  parseRemoteHosts,
  RemoteError,
  type RemoteFetcherOptions,
} from '../../../server/platform/remote/index.ts'
import {
  openFakeInternet,
  PUBLIC_ADDRESS,
  sendJson,
  type FakeInternet,
  type Site,
} from '../../support/fake-internet.ts'

const HOST = 'issuer.example.org'
const OTHER = 'other.example.org'
const URL_OF = `https://${HOST}/doc.json`
const ASKED = { accept: 'application/json', maxBytes: 100_000 }

let internet: FakeInternet
const time = { now: new Date('2026-07-03T09:00:00Z') }
beforeAll(async () => {
  internet = await openFakeInternet([HOST, OTHER, 'hop.example.org'])
})
afterAll(() => internet.close())
beforeEach(() => {
  for (const { clear } of [internet.sites, internet.answers].map((map) => ({ clear: () => map.clear() })))
    clear()
  for (const list of [internet.asked, internet.dialled, internet.lookups]) list.length = 0
  time.now = new Date('2026-07-03T09:00:00Z')
})

function fetcher(hosts = '*', limits: RemoteFetcherOptions['limits'] = {}) {
  const allowed = parseRemoteHosts(hosts)
  if (allowed === undefined) throw new Error(hosts)
  return createRemoteFetcher({
    hosts: allowed,
    clock: { now: () => time.now },
    log: createLogger('silent'),
    network: internet.network,
    limits,
  })
}

/** `ok`, or the code of the refusal. */
async function outcome(
  url: string,
  hosts?: string,
  limits?: RemoteFetcherOptions['limits'],
): Promise<string> {
  return codeOf(fetcher(hosts, limits).fetchJson(url, ASKED))
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise
    return 'ok'
  } catch (error) {
    if (error instanceof RemoteError) return error.code
    throw error
  }
}

const redirectTo =
  (location: string, status = 302): Site =>
  (_req, res) =>
    res.writeHead(status, { Location: location }).end()

describe('an honest host', () => {
  it('answers a JSON document, asked for without cookies, credentials or a telling name', async () => {
    internet.serve(HOST, { hello: 'world' })
    expect(await fetcher().fetchJson(`${URL_OF}?a=1#part`, ASKED)).toEqual({ hello: 'world' })
    expect(internet.dialled).toEqual([PUBLIC_ADDRESS])
    expect(internet.asked).toEqual([
      {
        host: HOST,
        path: '/doc.json?a=1',
        headers: {
          host: HOST,
          'user-agent': 'Passerelle',
          accept: 'application/json',
          'accept-encoding': 'gzip, br',
          connection: 'close',
        },
      },
    ])
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('may compress its answer with %s', async (encoding, compress) => {
    internet.sites.set(HOST, (_req, res) => {
      res.writeHead(200, {
        'Content-Type': 'application/ld+json; charset=utf-8',
        'Content-Encoding': encoding,
      })
      res.end(compress(JSON.stringify({ é: 1 })))
    })
    expect(await fetcher().fetchJson(URL_OF, ASKED)).toEqual({ é: 1 })
  })

  it('may redirect, also relatively, three times', async () => {
    const ways: Record<string, string> = { '/1': '/2', '/2': `https://${OTHER}/3`, '/3': '4' }
    const site: Site = (req, res) => {
      const next = ways[req.url ?? '']
      if (next === undefined) sendJson(res, { end: req.url })
      else redirectTo(next)(req, res)
    }
    internet.sites.set(HOST, site).set(OTHER, site)
    expect(await fetcher().fetchJson(`https://${HOST}/1`, ASKED)).toEqual({ end: '/4' })
  })
})

describe('an address that may not be asked for', () => {
  it.each([
    'file:///etc/passwd',
    'data:application/json,{}',
    'http://issuer.example.org/',
    'ftp://issuer.example.org/',
    'javascript:alert(1)',
    'did:web:issuer.example.org',
    '//issuer.example.org/',
    '',
    'https://user:secret@issuer.example.org/',
    'https://user@issuer.example.org/',
    'https://@issuer.example.org/',
    'https://issuer.example.org\\@127.0.0.1/',
    'https://127.0.0.1\\@issuer.example.org/',
    'https://issuer.example.org /',
    'https://issuer.example.org./',
    'https://localhost/',
    'https://api.localhost/',
    'https://printer.local/',
    'https://vault.internal/',
    'https://nas.home.arpa/',
    'https://intranet/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://0x7f.1/',
    'https://93.184.215.14/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/',
    'https://①②⑦.⓪.⓪.①/',
    `https://issuer.example.org/${'a'.repeat(2000)}`,
  ])('%s', async (url) => {
    expect(await outcome(url)).toBe('url-refused')
    expect(internet.lookups).toEqual([])
  })

  it('has a port that nobody allowed', async () => {
    internet.serve(HOST, {})
    expect(await outcome(`https://${HOST}:8443/`)).toBe('host-refused')
    expect(await outcome(`https://${HOST}:22/`, `*,${HOST}:8443`)).toBe('host-refused')
    expect(await outcome(`https://${HOST}:8443/`, `*,${HOST}:8443`)).toBe('ok')
    expect(await outcome(`https://${HOST}:443/`)).toBe('ok')
  })

  it('is of a host outside the list, or nothing is allowed at all', async () => {
    internet.serve(HOST, {})
    expect(await outcome(URL_OF, 'none')).toBe('network-off')
    expect(await outcome(URL_OF, '')).toBe('network-off')
    expect(await outcome(URL_OF, 'example.org')).toBe('host-refused')
    expect(await outcome(URL_OF, '*.example.com, other.example.org')).toBe('host-refused')
    expect(internet.lookups).toEqual([])
    expect(await outcome(URL_OF, '*.example.org')).toBe('ok')
    expect(await outcome(URL_OF, `OTHER.example.org, ${HOST}`)).toBe('ok')
  })
})

describe('a name that leads inside', () => {
  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.0.0.7',
    '172.16.3.4',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '192.0.0.170',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '192.88.99.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:93.184.215.14',
    '::ffff:0:127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::7f00:1',
    '2002:7f00:1::',
    '2001::7f00:1',
    '2001:db8::1',
    '3fff::1',
    '5f00::1',
    '100::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '4000::1',
    'not an address',
  ])('%s', async (address) => {
    internet.answers.set(HOST, [[address]])
    expect(await outcome(URL_OF)).toBe('address-refused')
    internet.answers.set(HOST, [[PUBLIC_ADDRESS, address]])
    expect(await outcome(URL_OF)).toBe('address-refused')
    expect(internet.dialled).toEqual([])
  })

  it('or to nothing', async () => {
    expect(await outcome('https://nobody.example.org/')).toBe('name-unresolved')
  })

  it('only the second time: the connection goes to the address that was checked, and the name is asked once', async () => {
    internet.answers.set(HOST, [[PUBLIC_ADDRESS], ['127.0.0.1']])
    internet.serve(HOST, {}, { 'Cache-Control': 'no-store' })
    const { fetchJson } = fetcher()
    expect(await codeOf(fetchJson(URL_OF, ASKED))).toBe('ok')
    expect(internet.lookups).toEqual([HOST])
    expect(internet.dialled).toEqual([PUBLIC_ADDRESS])
    expect(await codeOf(fetchJson(URL_OF, ASKED))).toBe('address-refused')
    expect(internet.dialled).toEqual([PUBLIC_ADDRESS])
  })

  it('and is checked again at each redirect, of the same host too', async () => {
    internet.answers.set(HOST, [[PUBLIC_ADDRESS], ['127.0.0.1']])
    internet.sites.set(HOST, redirectTo('/again'))
    expect(await outcome(URL_OF)).toBe('address-refused')
    expect(internet.asked).toHaveLength(1)
  })

  it.each([
    ['https://127.0.0.1/admin', 'url-refused'],
    ['https://[::ffff:a00:1]/', 'url-refused'],
    ['http://other.example.org/', 'url-refused'],
    ['file:///etc/passwd', 'url-refused'],
    ['https://root:secret@other.example.org/', 'url-refused'],
    ['https://inside.example.org/', 'address-refused'],
    ['https://other.example.org:6379/', 'host-refused'],
    ['https://[', 'url-refused'],
  ])('is not followed to: %s', async (location, code) => {
    internet.answers.set('inside.example.org', [['10.1.2.3']])
    internet.sites.set(HOST, redirectTo(location))
    expect(await outcome(URL_OF)).toBe(code)
    expect(internet.asked).toHaveLength(1)
  })

  it('in a loop, or without end', async () => {
    internet.sites.set(HOST, redirectTo(URL_OF, 301))
    expect(await outcome(URL_OF)).toBe('too-many-redirects')
    let n = 0
    internet.sites.set(HOST, (req, res) => redirectTo(`/${String(n++)}`, 308)(req, res))
    expect(await outcome(URL_OF)).toBe('too-many-redirects')
    expect(n).toBe(4)
    internet.sites.set(HOST, (_req, res) => res.writeHead(302).end())
    expect(await outcome(URL_OF)).toBe('redirect-refused')
  })
})

describe('a hostile host', () => {
  const HURRY = { totalMs: 400, idleMs: 150 }

  it('that shows the certificate of another name is not believed', async () => {
    internet.answers.set('stranger.example.org', [[PUBLIC_ADDRESS]])
    expect(await outcome('https://stranger.example.org/')).toBe('certificate-refused')
    expect(internet.asked).toEqual([])
  })

  it('that never answers is left', async () => {
    internet.sites.set(HOST, () => undefined)
    expect(await outcome(URL_OF, '*', HURRY)).toBe('timeout')
  })

  it('whose name server never answers is left', async () => {
    const allowed = parseRemoteHosts('*')
    if (allowed === undefined) throw new Error()
    const { fetchJson } = createRemoteFetcher({
      hosts: allowed,
      clock: { now: () => time.now },
      log: createLogger('silent'),
      network: { ...internet.network, lookup: () => new Promise(() => undefined) },
      limits: HURRY,
    })
    expect(await codeOf(fetchJson(URL_OF, ASKED))).toBe('timeout')
  })

  it.each(['headers', 'body'])(
    'that drips its %s is left at the deadline, however busy it looks',
    async (part) => {
      internet.sites.set(HOST, (req, res) => {
        if (part === 'body') res.writeHead(200, { 'Content-Type': 'application/json' }).write('[')
        else req.socket.write('HTTP/1.1 200 OK\r\n')
        const timer = setInterval(() => {
          if (part === 'body') res.write('1,')
          else req.socket.write('X-Slow: 1\r\n')
        }, 40)
        req.socket.on('error', () => undefined).on('close', () => clearInterval(timer))
      })
      expect(await outcome(URL_OF, '*', HURRY)).toBe('timeout')
    },
  )

  it('that stops in the middle is left after a silence', async () => {
    internet.sites.set(HOST, (_req, res) =>
      res.writeHead(200, { 'Content-Type': 'application/json' }).write('['),
    )
    expect(await outcome(URL_OF, '*', { totalMs: 20_000, idleMs: 150 })).toBe('timeout')
  })

  it('that hangs up is no document', async () => {
    internet.sites.set(HOST, (req) => req.socket.destroy())
    expect(await outcome(URL_OF)).toBe('connection-failed')
    internet.sites.set(HOST, (req, res) => {
      res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' }).write('[')
      setTimeout(() => req.socket.destroy(), 20)
    })
    expect(await outcome(`${URL_OF}?2`)).toBe('connection-failed')
  })

  it('that changes to another protocol is no document, and keeps no place from others', async () => {
    internet.sites.set(HOST, (req) => {
      req.socket.on('error', () => undefined)
      req.socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n')
    })
    const { fetchJson } = fetcher('*', { ...HURRY, overall: 1, perHost: 1 })
    expect(await codeOf(fetchJson(URL_OF, ASKED))).toBe('connection-failed')
    internet.serve(OTHER, { hello: 'world' })
    expect(await codeOf(fetchJson(`https://${OTHER}/`, ASKED))).toBe('ok')
  })

  it('that sends 50 MB is stopped at the limit, whether it says so or not', async () => {
    let sent = 0
    const block = Buffer.alloc(50_000, ' ')
    const pour: Site = (_req, res) => {
      const more = (): void => {
        while (sent < 50_000_000 && !res.destroyed) {
          sent += block.length
          if (!res.write(block)) {
            res.once('drain', more)
            return
          }
        }
        res.end()
      }
      more()
    }
    internet.sites.set(HOST, (req, res) => {
      res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '50000000' })
      pour(req, res)
    })
    expect(await outcome(URL_OF)).toBe('too-large')
    sent = 0
    internet.sites.set(HOST, (req, res) => {
      res.writeHead(200, { 'Content-Type': 'application/json' })
      pour(req, res)
    })
    expect(await outcome(`${URL_OF}?2`)).toBe('too-large')
    expect(sent).toBeLessThan(50_000_000)
  })

  it.each([
    ['gzip', gzipSync(Buffer.alloc(50_000_000, ' '))],
    ['br', brotliCompressSync(Buffer.alloc(5_000_000, ' '))],
  ])('that sends a %s bomb unpacks it for itself', async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(ASKED.maxBytes)
    internet.sites.set(HOST, (_req, res) => {
      res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': encoding }).end(bomb)
    })
    expect(await outcome(URL_OF)).toBe('too-large')
  })

  it.each([
    ['gzip', 'not gzip at all', 'encoding-refused'],
    ['br', 'not brotli at all', 'encoding-refused'],
    ['gzip, gzip', '{}', 'encoding-refused'],
    ['zstd', '{}', 'encoding-refused'],
  ])('that says %s and means %s', async (encoding, body, code) => {
    internet.serve(HOST, body, { 'Content-Encoding': encoding })
    expect(await outcome(URL_OF)).toBe(code)
  })

  it('that sends endless headers is left', async () => {
    internet.sites.set(HOST, (req) => {
      req.socket.write(`HTTP/1.1 200 OK\r\nX-Long: ${'a'.repeat(30_000)}\r\n`)
    })
    expect(await outcome(URL_OF)).toBe('headers-too-large')
  })

  it.each([
    ['text/html', '{}', 'type-refused'],
    ['text/plain', '{}', 'type-refused'],
    ['application/javascript', '{}', 'type-refused'],
    ['application/json; charset=utf-16', '{}', 'type-refused'],
    ['application/json', '{', 'json-invalid'],
    ['application/json', '', 'json-invalid'],
    ['application/json', 'null null', 'json-invalid'],
    ['application/json', '['.repeat(200) + ']'.repeat(200), 'json-too-deep'],
    ['application/json', '['.repeat(40_000) + ']'.repeat(40_000), 'json-too-deep'],
  ])('that says %s and sends something else (%#)', async (type, body, code) => {
    internet.serve(HOST, body, { 'Content-Type': type })
    expect(await outcome(URL_OF)).toBe(code)
  })

  it.each([201, 204, 206, 304, 401, 404, 500])('that answers %i has no document', async (status) => {
    internet.sites.set(HOST, (_req, res) =>
      res.writeHead(status, { 'Content-Type': 'application/json' }).end(),
    )
    expect(await outcome(URL_OF)).toBe('status-refused')
  })
})

describe('what was had before', () => {
  const later = (ms: number) => (time.now = new Date(time.now.getTime() + ms))

  it('is not asked for again while its headers say it holds, and at most an hour', async () => {
    internet.serve(HOST, { n: 1 }, { 'Cache-Control': 'max-age=600' })
    internet.serve(OTHER, { n: 1 }, { 'Cache-Control': 'max-age=31536000, immutable' })
    const { fetchJson } = fetcher()
    for (const url of [URL_OF, URL_OF, `https://${OTHER}/`]) await fetchJson(url, ASKED)
    expect(internet.asked).toHaveLength(2)
    later(601_000)
    for (const url of [URL_OF, `https://${OTHER}/`]) await fetchJson(url, ASKED)
    expect(internet.asked).toHaveLength(3)
    later(3_000_000)
    await fetchJson(`https://${OTHER}/`, ASKED)
    expect(internet.asked).toHaveLength(4)
  })

  it.each([
    'no-store',
    'private, max-age=600',
    'no-cache',
    'max-age=0',
    'max-age=0, stale-while-revalidate=600, stale-if-error=600',
  ])('is asked for again when the host says %s', async (rule) => {
    internet.serve(HOST, {}, { 'Cache-Control': rule })
    const { fetchJson } = fetcher()
    await fetchJson(URL_OF, ASKED)
    await fetchJson(URL_OF, ASKED)
    expect(internet.asked).toHaveLength(2)
  })

  it('is asked about with its tag, and kept when nothing has changed', async () => {
    internet.sites.set(HOST, (req, res) => {
      if (req.headers['if-none-match'] === '"1"')
        res.writeHead(304, { ETag: '"1"', 'Cache-Control': 'max-age=60' }).end()
      else sendJson(res, { n: 1 }, { ETag: '"1"', 'Cache-Control': 'max-age=60' })
    })
    const { fetchJson } = fetcher()
    await fetchJson(URL_OF, ASKED)
    later(61_000)
    expect(await fetchJson(URL_OF, ASKED)).toEqual({ n: 1 })
    expect(await fetchJson(URL_OF, ASKED)).toEqual({ n: 1 })
    expect(internet.asked).toHaveLength(2)
  })

  it('is nobody’s to change: each reader gets a document of its own', async () => {
    internet.serve(HOST, { list: [1] }, { 'Cache-Control': 'max-age=600' })
    const { fetchJson } = fetcher()
    const first = await fetchJson(URL_OF, ASKED)
    expect(await fetchJson(URL_OF, ASKED)).not.toBe(first)
  })

  it('does not count against a smaller limit', async () => {
    internet.serve(HOST, { long: 'a'.repeat(5000) }, { 'Cache-Control': 'max-age=600' })
    const { fetchJson } = fetcher()
    await fetchJson(URL_OF, ASKED)
    expect(await codeOf(fetchJson(URL_OF, { ...ASKED, maxBytes: 1000 }))).toBe('too-large')
  })

  it('is forgotten, the least used first, when there is too much of it', async () => {
    internet.serve(HOST, { long: 'a'.repeat(10_000) }, { 'Cache-Control': 'max-age=600' })
    const { fetchJson } = fetcher('*', { cacheBytes: 50_000 })
    for (const n of [1, 2, 1, 3, 1]) await fetchJson(`${URL_OF}?${n}`, ASKED)
    expect(internet.asked.map(({ path }) => path)).toEqual(['/doc.json?1', '/doc.json?2', '/doc.json?3'])
    await fetchJson(`${URL_OF}?2`, ASKED)
    expect(internet.asked).toHaveLength(4)
  })

  it('is no failure: that is remembered for seconds, whatever its headers say', async () => {
    internet.serve(HOST, 'not JSON', { 'Cache-Control': 'max-age=600' })
    const { fetchJson } = fetcher()
    expect(await codeOf(fetchJson(URL_OF, ASKED))).toBe('json-invalid')
    internet.serve(HOST, { good: true })
    expect(await codeOf(fetchJson(URL_OF, ASKED))).toBe('json-invalid')
    expect(internet.asked).toHaveLength(1)
    later(16_000)
    expect(await codeOf(fetchJson(URL_OF, ASKED))).toBe('ok')
  })

  it('is not taken for a permanent redirect that led nowhere', async () => {
    internet.sites.set(HOST, redirectTo('https://127.0.0.1/', 301))
    const { fetchJson } = fetcher()
    expect(await codeOf(fetchJson(URL_OF, ASKED))).toBe('url-refused')
    internet.serve(HOST, {})
    later(16_000)
    expect(await codeOf(fetchJson(URL_OF, ASKED))).toBe('ok')
  })
})

describe('many at once', () => {
  it('asking for the same document make one request', async () => {
    internet.serve(HOST, { n: 1 }, { 'Cache-Control': 'no-store' })
    const { fetchJson } = fetcher()
    const all = await Promise.all(Array.from({ length: 20 }, () => fetchJson(URL_OF, ASKED)))
    expect(all).toHaveLength(20)
    expect(internet.asked).toHaveLength(1)
  })

  it('are few at a time for one host, and one who waits too long in the line is told so', async () => {
    let inside = 0
    let most = 0
    internet.sites.set(HOST, (_req, res) => {
      most = Math.max(most, ++inside)
      setTimeout(() => {
        inside--
        sendJson(res, {})
      }, 30)
    })
    const { fetchJson } = fetcher('*', { perHost: 2, overall: 3, waiting: 4 })
    const codes = await Promise.all(
      Array.from({ length: 9 }, (_, n) => codeOf(fetchJson(`${URL_OF}?${n}`, ASKED))),
    )
    expect(most).toBe(2)
    expect(codes.filter((code) => code === 'ok')).toHaveLength(6)
    expect(codes.filter((code) => code === 'busy')).toHaveLength(3)
    expect(await codeOf(fetchJson(URL_OF, ASKED))).toBe('ok')
  })

  it('do not lose their answer because one of them stopped waiting', async () => {
    internet.sites.set(HOST, (_req, res) => void setTimeout(() => sendJson(res, { n: 1 }), 60))
    const { fetchJson } = fetcher()
    const [hasty, patient] = await Promise.all([
      codeOf(fetchJson(URL_OF, { ...ASKED, signal: AbortSignal.timeout(10) })),
      codeOf(fetchJson(URL_OF, ASKED)),
    ])
    expect([hasty, patient]).toEqual(['timeout', 'ok'])
  })
})
