import { join } from 'node:path'
import type { Config } from '../../platform/config/index.ts'

/** Where the parts of an installation lie. The database is undefined on PostgreSQL, which has tools of its own. */
export interface Installation {
  readonly database: string | undefined
  readonly filesDir: string
  readonly keysDir: string
}

export function installationOf({ databaseUrl, dataDir, keysDir }: Config): Installation {
  const database = databaseUrl?.startsWith('postgres')
    ? undefined
    : (databaseUrl?.replace(/^sqlite:(\/\/)?/, '') ?? join(dataDir, 'passerelle.sqlite'))
  return { database, filesDir: join(dataDir, 'files'), keysDir }
}

/** Files that are finished: what is being written has another ending until it is. */
export const isStored = (name: string): boolean => !name.endsWith('.tmp')
