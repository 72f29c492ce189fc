import type { Knex } from 'knex'
import * as access from './0001-access.ts'
import * as issuer from './0002-issuer.ts'
import * as records from './0003-records.ts'
import * as holder from './0004-holder.ts'
import * as apiClients from './0005-api-clients.ts'
import * as keyLife from './0006-key-life.ts'
import * as credentialLife from './0007-credential-life.ts'
import * as structureLife from './0008-structure-life.ts'

/** Every migration in the order it runs. The list is explicit so that nothing depends on a folder's content. */
const MIGRATIONS: readonly (readonly [string, Knex.Migration])[] = [
  ['0001-access', access],
  ['0002-issuer', issuer],
  ['0003-records', records],
  ['0004-holder', holder],
  ['0005-api-clients', apiClients],
  ['0006-key-life', keyLife],
  ['0007-credential-life', credentialLife],
  ['0008-structure-life', structureLife],
]

export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: () => Promise.resolve(MIGRATIONS.map(([name]) => name)),
  getMigrationName: (name) => name,
  getMigration: (name) => {
    const found = MIGRATIONS.find(([known]) => known === name)
    return found ? Promise.resolve(found[1]) : Promise.reject(new Error(`unknown migration ${name}`))
  },
}
