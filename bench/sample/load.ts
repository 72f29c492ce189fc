import { connect, type Socket } from 'node:net'

/** What a visitor sends: a path, and headers beside `Host`. */
export interface Visit {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

export interface LoadOptions {
  readonly connections: number
  readonly seconds: number
}

export interface LoadResult {
  /** Answers a second. */
  readonly rate: number
  /** Milliseconds that one answer in a hundred took longer than. */
  readonly p99: number
}

/**
 * Asks for the visits in turn, each connection for the next one once its answer is there. It reads no more of an answer
 * than its status and its length: client and server share the machine, and a client that takes as long as the server
 * would measure itself.
 * @throws Error when an answer is not 200, or a connection is lost
 */
export async function load(
  url: string,
  visits: readonly Visit[],
  { connections, seconds }: LoadOptions,
): Promise<LoadResult> {
  const { hostname, port, host } = new URL(url)
  const requests = visits.map(({ path, headers }) => requestText(path, { Host: host, ...headers }))
  const times: number[] = []
  let turn = 0
  const begin = performance.now()
  const end = begin + seconds * 1000
  const next = (): string | undefined =>
    performance.now() < end ? requests[turn++ % requests.length] : undefined
  const sockets = Array.from({ length: connections }, () => connect({ host: hostname, port: Number(port) }))
  await Promise.all(sockets.map((socket) => converse(socket, next, (took) => times.push(took))))
  return { rate: (times.length / (performance.now() - begin)) * 1000, p99: quantile(times, 0.99) }
}

const requestText = (path: string, headers: Readonly<Record<string, string>>): string =>
  [
    `GET ${path} HTTP/1.1`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n')

/** One request after the other on one connection, until there is none. */
function converse(
  socket: Socket,
  next: () => string | undefined,
  answered: (milliseconds: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const read = answerReader()
    let asked = 0
    const ask = (): void => {
      const request = next()
      asked = performance.now()
      if (request === undefined) socket.end(resolve)
      else socket.write(request, 'latin1')
    }
    socket.setNoDelay(true)
    socket.once('connect', ask)
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('connection lost')))
    socket.on('data', (chunk) => {
      try {
        if (!read(chunk)) return
        answered(performance.now() - asked)
        ask()
      } catch (error) {
        socket.destroy()
        reject(error instanceof Error ? error : new Error('unreadable answer'))
      }
    })
  })
}

/** Takes what arrives and says when an answer is complete. */
function answerReader(): (chunk: Buffer) => boolean {
  let head: Buffer | undefined
  let missing = 0
  return (chunk) => {
    if (missing > 0) missing -= chunk.length
    else {
      const all: Buffer = head === undefined ? chunk : Buffer.concat([head, chunk])
      const end = all.indexOf('\r\n\r\n')
      head = end === -1 ? all : undefined
      if (end === -1) return false
      missing = bodyLength(all.toString('latin1', 0, end)) - (all.length - end - 4)
    }
    return missing === 0
  }
}

function bodyLength(head: string): number {
  if (!head.startsWith('HTTP/1.1 200 ')) throw new Error(`answered ${head.slice(0, 30)}`)
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error('an answer of unknown length')
  return Number(length)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
}
