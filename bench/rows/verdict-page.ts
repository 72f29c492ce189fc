import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { summarise } from '../measure.ts'
import { atMost, exactly, type Line, type Row } from '../row.ts'
import { startDemo, startHello } from '../sample/demo-server.ts'
import { load, type LoadResult, type Visit } from '../sample/load.ts'
import { pageWeight } from '../sample/page-weight.ts'

// many short rounds: a neighbour's burst then falls on both sides
const ROUNDS = 15
const SECONDS = 1.5
const WARM_UP_SECONDS = 6
const CONNECTIONS = 50
const VISITORS = 1000
const MOST_BYTES = 60_000

/** The employer's page under load, in processes of their own: ours, and one that says hello. */
export const verdictPage: Row = {
  name: 'verdict-page',
  async run() {
    const dir = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
    const ours = await startDemo(dir)
    const hello = await startHello()
    try {
      const weight = await pageWeight(`${ours.url}/v/${ours.codes[0] ?? ''}`)
      const paths = ours.codes.map((code) => `/v/${code}`)
      return [
        ...(await measure({ ours: { url: ours.url, paths }, base: { url: hello.url, paths: ['/'] } })),
        atMost(
          { row: 'verdict-page-bytes', what: 'its bytes, all told', beside: 'allowed', floor: 1, goal: null },
          { ours: exactly(weight), base: exactly(MOST_BYTES) },
          'bytes',
        ),
      ]
    } finally {
      ours.stop()
      hello.stop()
      rmSync(dir, { recursive: true, force: true })
    }
  },
}

interface Target {
  readonly url: string
  readonly paths: readonly string[]
}

async function measure(targets: { readonly ours: Target; readonly base: Target }): Promise<Line[]> {
  const rates = { ours: [] as number[], base: [] as number[] }
  const slowest = { ours: [] as number[], base: [] as number[] }
  for (const side of ['ours', 'base'] as const) await visit(targets[side], WARM_UP_SECONDS)
  for (let round = 0; round < ROUNDS; round++)
    for (const side of round % 2 === 0 ? (['ours', 'base'] as const) : (['base', 'ours'] as const)) {
      const { rate, p99 } = await visit(targets[side], SECONDS)
      rates[side].push(rate)
      slowest[side].push(p99)
    }
  const beside = 'an Express page that says hello'
  const rate = { ours: summarise(rates.ours), base: summarise(rates.base) }
  const p99 = { ours: summarise(slowest.ours), base: summarise(slowest.base) }
  return [
    {
      ...atMost(
        { row: 'verdict-page', what: 'verdict page, rate', beside, floor: 0.3, goal: 0.65 },
        rate,
        'requests/s',
      ),
      bound: 'at-least',
    },
    atMost({ row: 'verdict-page-p99', what: 'verdict page, p99', beside, floor: 2, goal: null }, p99),
  ]
}

/** Visitors from many addresses, most of them French, who ask as browsers do. */
const visitsTo = (paths: readonly string[]): Visit[] =>
  Array.from({ length: VISITORS }, (_, at) => ({
    path: paths[at % paths.length] ?? '/',
    headers: {
      'X-Forwarded-For': `10.1.${Math.floor(at / 250)}.${(at % 250) + 1}`,
      Accept: 'text/html',
      'User-Agent':
        'Mozilla/5.0 (Linux; Android 13; SM-A137F) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36',
      'Accept-Encoding': 'gzip, deflate, br',
      'Accept-Language': at % 4 === 0 ? 'en' : 'fr',
    },
  }))

const visit = ({ url, paths }: Target, seconds: number): Promise<LoadResult> =>
  load(url, visitsTo(paths), { connections: CONNECTIONS, seconds })
