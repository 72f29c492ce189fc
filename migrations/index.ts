import type { Knex } from 'knex'
import * as access from './0001-access.ts'
import * as issuer from './0002-issuer.ts'
import * as records from './0003-records.ts'
import * as holder from './0004-holder.ts'
import * as apiClients from './0005-api-clients.ts'
import * as keyLife from './0006-key-life.ts'
import * as credentialLife from './0007-credential-life.ts'
import * as structureLife from './0008-structure-life.ts'
import * as youthSessions from './0009-youth-sessions.ts'
import * as youthKeys from './0010-youth-keys.ts'
import * as telling from './0011-telling.ts'
import * as holderSpace from './0012-holder-space.ts'
import * as sessionPreparation from './0013-session-preparation.ts'
import * as gridChanges from './0014-grid-changes.ts'
import * as hostVoice from './0015-host-voice.ts'
import * as staffSignIn from './0016-staff-sign-in.ts'
import * as roster from './0017-roster.ts'
import * as frameworks from './0018-frameworks.ts'
import * as auditChain from './0019-audit-chain.ts'
import * as importColumns from './0020-import-columns.ts'
import * as network from './0021-network.ts'
import * as compactProofs from './0022-compact-proofs.ts'
import * as passportBatches from './0023-passport-batches.ts'
import * as visitCounts from './0025-visit-counts.ts'

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
  ['0009-youth-sessions', youthSessions],
  ['0010-youth-keys', youthKeys],
  ['0011-telling', telling],
  ['0012-holder-space', holderSpace],
  ['0013-session-preparation', sessionPreparation],
  ['0014-grid-changes', gridChanges],
  ['0015-host-voice', hostVoice],
  ['0016-staff-sign-in', staffSignIn],
  ['0017-roster', roster],
  ['0018-frameworks', frameworks],
  ['0019-audit-chain', auditChain],
  ['0020-import-columns', importColumns],
  ['0021-network', network],
  ['0022-compact-proofs', compactProofs],
  ['0023-passport-batches', passportBatches],
  ['0025-visit-counts', visitCounts],
]

export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: () => Promise.resolve(MIGRATIONS.map(([name]) => name)),
  getMigrationName: (name) => name,
  getMigration: (name) => {
    const found = MIGRATIONS.find(([known]) => known === name)
    return found ? Promise.resolve(found[1]) : Promise.reject(new Error(`unknown migration ${name}`))
  },
}
