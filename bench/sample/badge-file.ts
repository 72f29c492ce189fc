import { readFileSync, writeFileSync } from 'node:fs'
import type { JsonObject } from '../../server/vc/index.ts'
import type { SoftwareKey } from './key.ts'

/** What a process that issues many is given: a key, and a document a line. */
export interface Work {
  readonly key: SoftwareKey
  readonly documents: readonly string[]
}

export function writeWork(path: string, key: SoftwareKey, badges: readonly JsonObject[]): void {
  writeFileSync(path, [key, ...badges].map((line) => JSON.stringify(line)).join('\n'))
}

export function readWork(path: string): Work {
  const [key = '', ...documents] = readFileSync(path, 'utf8').split('\n')
  return { key: JSON.parse(key) as SoftwareKey, documents }
}

export const parseBadge = (text: string): JsonObject => JSON.parse(text) as JsonObject

/** Writes what was signed and says on standard output how much memory it took at most, in kilobytes. */
export function finish(path: string, signed: readonly string[]): void {
  writeFileSync(path, signed.join('\n'))
  process.stdout.write(String(process.resourceUsage().maxRSS))
}
