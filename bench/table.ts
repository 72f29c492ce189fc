import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import type { Sample } from './measure.ts'
import type { Line } from './row.ts'

const TITLES = ['what', 'ours', 'beside', 'ratio', 'floor', 'goal']

/** The lines as a Markdown table, columns aligned. */
export function markdownTable(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.what,
    figure(line.ours, line.unit),
    `${line.beside}: ${figure(line.base, line.unit)}`,
    `${number(line.ratio)}x`,
    limit(line, line.floor),
    limit(line, line.goal),
  ])
  const widths = TITLES.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)),
  )
  const print = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return [print(TITLES), print(widths.map((width) => '-'.repeat(width))), ...rows.map(print)].join('\n')
}

const limit = (line: Line, value: number | null): string =>
  value === null ? '' : `${line.bound === 'at-least' ? '≥' : '≤'} ${number(value)}x`

/** « 0.21 ms (0.20–0.23) »: the median, and the half of the measurements around it. */
function figure({ median, low, high }: Sample, unit: Line['unit']): string {
  const spread = low === high ? '' : ` (${number(low)}–${number(high)})`
  return `${number(median)} ${unit}${spread}`
}

function number(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-GB')
  return String(Number(value.toPrecision(value >= 10 ? 3 : 2)))
}

const BEGIN = '<!-- bench: written by `npm run bench` -->'
const END = '<!-- bench: end -->'

/** Writes the table between the two comments of the README; the rest of the page is left alone. */
export function writeReadme(path: string, lines: readonly Line[]): void {
  const text = readFileSync(path, 'utf8')
  const begin = text.indexOf(BEGIN)
  const end = text.indexOf(END)
  if (begin === -1 || end < begin) throw new Error(`${path} has no place for the table`)
  const [cpu] = cpus()
  const where = `Node ${process.versions.node}, ${availableParallelism()} cores${cpu === undefined ? '' : ` (${cpu.model.trim()})`}; median, and in brackets the half of the measurements around it.`
  const table = `${BEGIN}\n\n${where}\n\n${markdownTable(lines)}\n\n`
  writeFileSync(path, text.slice(0, begin) + table + text.slice(end))
}
