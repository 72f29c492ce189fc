import { databaseVersion, type Db } from '../../platform/db/index.ts'

/**
 * Something read from the database, made once and given again until anybody, in this process or another, has written to
 * it: a fair that asks for it a thousand times costs no more than one visitor.
 */
export function untilWritten<Made>(db: Db, make: () => Promise<Made>): () => Promise<Made> {
  let known: { readonly version: string; readonly made: Promise<Made> } | undefined
  return async () => {
    const version = await databaseVersion(db)
    if (known?.version === version) return known.made
    const made = make()
    known = { version, made }
    // a failure is nobody's answer but theirs who waited for it
    made.catch(() => {
      if (known?.made === made) known = undefined
    })
    return made
  }
}
