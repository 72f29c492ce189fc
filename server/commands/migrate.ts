import type { Config } from '../platform/config/index.ts'
import { migrate, openDatabase } from '../platform/db/index.ts'
import { t } from './terminal.ts'

/** Brings the database to the newest schema and stops. */
export async function migrateDatabase(config: Config): Promise<void> {
  const db = openDatabase(config)
  try {
    await migrate(db)
    console.error(t('cli.migrated'))
  } finally {
    await db.destroy()
  }
}
