import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Line, Row } from './row.ts'
import { markdownTable, writeReadme } from './table.ts'
import { issue } from './rows/issue.ts'
import { issueMany } from './rows/issue-1000.ts'
import { verify } from './rows/verify.ts'
import { verdictPage } from './rows/verdict-page.ts'
import { pdf } from './rows/pdf.ts'
import { pdfMany } from './rows/pdf-100.ts'
import { store } from './rows/store.ts'

const ROWS: readonly Row[] = [issue, issueMany, verify, verdictPage, pdf, pdfMany, store]
const README = join(import.meta.dirname, '..', 'README.md')

/** `npm run bench`: every row, and the README's table. `npm run bench -- issue`: that row. `--json`: for machines. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const asked = positionals.map((name) => {
    const row = ROWS.find((known) => known.name === name)
    if (row === undefined) throw new Error(`no row ${name}; there are: ${names()}`)
    return row
  })
  const lines: Line[] = []
  for (const row of asked.length === 0 ? ROWS : asked) {
    if (!values.json) process.stderr.write(`measuring ${row.name}…\n`)
    lines.push(...(await row.run()))
  }
  if (values.json) process.stdout.write(`${JSON.stringify(lines.map(forMachines))}\n`)
  else process.stdout.write(`${markdownTable(lines)}\n`)
  if (!values.json && asked.length === 0) writeReadme(README, lines)
}

const names = (): string => ROWS.map(({ name }) => name).join(', ')

/** Medians only. `bound` says which way the ratio is read: `at-most` where ours may be that many times as much. */
function forMachines({ row, ours, base, ratio, floor, goal, unit, bound }: Line) {
  return { row, ours: ours.median, base: base.median, ratio, floor, goal, unit, bound }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
