import type { Db } from '../../platform/db/index.ts'
import { selectImports, type EscoImport } from './store.ts'

/** Which languages of ESCO are there, and since when. */
export async function listEscoImports(db: Db): Promise<EscoImport[]> {
  return selectImports(db)
}
