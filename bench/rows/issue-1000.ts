import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { summarise } from '../measure.ts'
import { atMost, faster, type Line, type Row } from '../row.ts'
import { writeWork } from '../sample/badge-file.ts'
import { newKey } from '../sample/key.ts'
import { unsignedOpenBadges } from '../sample/open-badge.ts'
import { runChild } from '../sample/run-child.ts'

const COUNT = 1000
const ROUNDS = 5
const KILOBYTES_IN_A_MEGABYTE = 1024

/** Issue 1,000 Open Badges: the whole process, from its start to its end, and the memory it took at most. */
export const issueMany: Row = {
  name: 'issue-1000',
  async run() {
    const dir = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
    try {
      const key = await newKey()
      writeWork(join(dir, 'work'), key, unsignedOpenBadges(COUNT, key.did))
      return await measure(dir)
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  },
}

async function measure(dir: string): Promise<Line[]> {
  const times = { ours: [] as number[], stock: [] as number[] }
  const memory = { ours: [] as number[], stock: [] as number[] }
  for (let round = 0; round < ROUNDS; round++)
    for (const side of round % 2 === 0 ? (['ours', 'stock'] as const) : (['stock', 'ours'] as const)) {
      const signed = join(dir, side)
      const { milliseconds, output } = await runChild(
        `issue-${side}`,
        [join(dir, 'work'), signed],
        join(dir, 'compiled'),
      )
      const lines = readFileSync(signed, 'utf8').split('\n')
      if (lines.length !== COUNT || !lines.every((line) => line.includes('"proofValue"')))
        throw new Error(`${side} did not sign everything`)
      times[side].push(milliseconds)
      memory[side].push(Number(output) / KILOBYTES_IN_A_MEGABYTE)
    }
  const beside = 'the same loop with stock'
  return [
    faster(
      { row: 'issue-1000', what: 'issue 1,000, whole process', beside, floor: 6, goal: 20 },
      { ours: summarise(times.ours), base: summarise(times.stock) },
    ),
    atMost(
      { row: 'issue-1000-memory', what: 'its peak memory', beside, floor: null, goal: 1 },
      { ours: summarise(memory.ours), base: summarise(memory.stock) },
      'MB',
    ),
  ]
}
