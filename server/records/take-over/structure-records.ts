import type { RecordCounts, StructureRecords } from '../../access/structure-life/index.ts'
import { countCredentials } from '../../issuer/credentials/index.ts'
import { completeIssuance, type IssuanceDeps } from '../../issuer/issuance/index.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { listLearners } from '../learners/index.ts'
import { countSessions } from '../training-sessions/index.ts'
import { comparePeople } from './compare-people.ts'
import { takeOverRecords } from './take-over-records.ts'

/** What `access/structure-life` asks of the records. */
export function structureRecords(deps: IssuanceDeps): StructureRecords {
  return {
    count: countRecords,
    compare: comparePeople,
    takeOver: (trx, actor, input) => takeOverRecords(trx, deps, actor, input),
    finish: () => signWhatWaits(deps),
  }
}

async function countRecords(db: Db, organisationId: OrganisationId): Promise<RecordCounts> {
  const sessions = await countSessions(db, organisationId)
  const credentials = await countCredentials(db, organisationId)
  return {
    learners: (await listLearners(db, organisationId)).length,
    openSessions: sessions.open,
    signedSessions: sessions.signed,
    credentials: credentials.signed,
    pendingCredentials: credentials.pending,
  }
}

/** The records have moved whether or not a key is at hand now: the next start signs what is left. */
async function signWhatWaits(deps: IssuanceDeps): Promise<void> {
  try {
    await completeIssuance(deps)
  } catch (error) {
    deps.log.error({ err: error }, 'passports of people with two records not signed')
  }
}
