import { z } from 'zod'
import { completeIssuance, requestIssuance, resumeIssuance } from '../../../server/issuer/issuance/index.ts'
import { openKeyRing } from '../../../server/issuer/keys/index.ts'
import type { OrganisationId } from '../../../server/kernel/ids.ts'
import { openDatabase } from '../../../server/platform/db/index.ts'
import { createLogger } from '../../../server/platform/log/index.ts'
import { aLearner, anAttendance, aPassport } from '../sample-awards.ts'

// A server in a process of its own, for tests that kill one. `issue` asks for credentials and signs them, `resume` does
// what a start does, both saying how many are done; `request` asks and never gets to its commit.
const [, , what, databaseUrl = '', keysDir = '', publicUrl = '', learners = '0', passports = '0'] =
  process.argv
const db = openDatabase({ databaseUrl, dataDir: '' })
const log = createLogger('error')
const clock = { now: () => new Date('2026-07-03T09:00:00Z') }
const ring = await openKeyRing({ keysDir, publicUrl, clock, log })
const deps = { db, ring, clock, log, publicUrl, platformName: 'Passerelle' }
const onProgress = (done: number, total: number): void => console.log(`${done} ${total}`)

if (what === 'resume') await resumeIssuance(deps, { onProgress })
else {
  const { batchId } = await request(what === 'request')
  await completeIssuance(deps, { batchId, onProgress })
}
await db.destroy()

async function request(endless: boolean) {
  const structure = z.object({ id: z.string() }).parse(await db('organisations').first('id'))
    .id as OrganisationId
  const awards = Array.from({ length: Number(learners) }, (_, at) => aLearner(`Jeune ${at}`)).flatMap(
    (learner, at) => [
      ...(at < Number(passports) ? [aPassport(structure, learner)] : []),
      ...['1', '2', '3', '4', '5'].map((key) => anAttendance(structure, learner, key)),
    ],
  )
  return db.transaction(async (trx) => {
    const batch = await requestIssuance(trx, deps, { kind: 'system', name: 'test' }, awards)
    if (endless) {
      console.log('asked')
      await new Promise((resolve) => setTimeout(resolve, 60_000))
    }
    return batch
  })
}
