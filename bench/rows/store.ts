import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recordEvents } from '../../server/access/audit/index.ts'
import { insertRows, migrate, openDatabase, type Db } from '../../server/platform/db/index.ts'
import { issueCredential } from '../../server/vc/index.ts'
import { openPlainStore, storeByBuilder } from '../bases/plain-store.ts'
import { alternate, type Sample } from '../measure.ts'
import { exactly, faster, type Line, type Row } from '../row.ts'
import { inTurn } from '../sample/in-turn.ts'
import { newKey } from '../sample/key.ts'
import { NOW, unsignedOpenBadges } from '../sample/open-badge.ts'
import { auditEvent, auditRow, credentialRow, prepareTables } from '../sample/store-rows.ts'

/** What one signing job stores in one transaction. */
const JOB = 20
const BATCH = 100
const WEIGHED = 20_000
const MILLION = 1_000_000

/** Store a credential with its audit row; many in one transaction; and what a million of them weigh. */
export const store: Row = {
  name: 'store',
  async run() {
    const dir = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
    const db = openDatabase({ dataDir: join(dir, 'ours') })
    await migrate(db)
    await prepareTables(db)
    // the same schema: a copy of the empty database
    const other = join(dir, 'plain.sqlite')
    await db.raw('vacuum into ?', [other])
    const plain = await openPlainStore(other)
    try {
      const signed = inTurn(await signedBadges(200))
      return [...(await speed(db, plain, signed)), await weight(db, dir, signed)]
    } finally {
      await db.destroy()
      await plain.destroy()
      rmSync(dir, { recursive: true, force: true })
    }
  },
}

async function signedBadges(count: number): Promise<string[]> {
  const key = await newKey()
  const signed: string[] = []
  for (const badge of unsignedOpenBadges(count, key.did))
    signed.push(JSON.stringify(await issueCredential(badge, key, { now: NOW })))
  return signed
}

async function speed(
  db: Db,
  plain: Awaited<ReturnType<typeof openPlainStore>>,
  signed: (at: number) => string,
): Promise<Line[]> {
  const some = (at: number, count: number) =>
    Array.from({ length: count }, (_, one) => signed(at * count + one))
  const ours = (count: number) => (at: number) => storeTogether(db, some(at, count))
  const byBuilder = (count: number) => (at: number) => {
    const credentials = some(at, count).map(credentialRow)
    const pairs = credentials.map((credential) => ({ credential, event: auditRow(String(credential['id'])) }))
    return storeByBuilder(plain, pairs)
  }
  const flush = async (setting: 'FULL' | 'OFF'): Promise<void> => {
    for (const side of [db, plain]) await side.raw(`pragma synchronous = ${setting}`)
  }
  // as the server is set, each transaction is on the disk before anybody is told of it
  await flush('FULL')
  const single = await alternate(ours(1), byBuilder(1), { rounds: 60 })
  const job = await alternate(ours(JOB), byBuilder(JOB))
  const batch = await alternate(ours(BATCH), ours(1))
  // the disk takes the same time for both and hides what is compared: here only, it is left out
  await flush('OFF')
  const alone = await alternate(ours(1), byBuilder(1))
  const beside = 'knex’s builder'
  return [
    faster(
      { row: 'store', what: 'store one with its audit row, on the disk', beside, floor: 2, goal: 4 },
      single,
    ),
    faster(
      { row: 'store-job', what: 'one of a job of twenty, on the disk', beside, floor: null, goal: null },
      { ours: each(job.ours, JOB), base: each(job.base, JOB) },
    ),
    faster(
      { row: 'store-unflushed', what: 'one alone, the disk left out', beside, floor: null, goal: null },
      alone,
    ),
    faster(
      {
        row: 'store-batch',
        what: 'one of a hundred, on the disk',
        beside: 'one alone',
        floor: 2.4,
        goal: null,
      },
      { ours: each(batch.ours, BATCH), base: batch.base },
    ),
  ]
}

const each = ({ median, low, high }: Sample, count: number): Sample => ({
  median: median / count,
  low: low / count,
  high: high / count,
})

/** In one transaction, as signing stores the credentials of a job. */
async function storeTogether(db: Db, signed: readonly string[]): Promise<void> {
  const credentials = signed.map(credentialRow)
  await db.transaction(async (trx) => {
    await insertRows(trx, 'credentials', credentials)
    await recordEvents(
      trx,
      credentials.map((row) => auditEvent(String(row['id']))),
    )
  })
}

/** Bytes of a million credentials in the database, from those of some thousands, beside their plain JSON. */
async function weight(db: Db, dir: string, signed: (at: number) => string): Promise<Line> {
  const before = await bytesOf(db, dir)
  let plain = 0
  for (let start = 0; start < WEIGHED; start += 1000) {
    const rows = Array.from({ length: 1000 }, (_, at) => credentialRow(signed(start + at)))
    for (const row of rows) plain += Buffer.byteLength(String(row['signed']))
    await insertRows(db, 'credentials', rows)
  }
  const megabytes = (bytes: number) => exactly((bytes / WEIGHED) * (MILLION / 1_000_000))
  const stored = (await bytesOf(db, dir)) - before
  return {
    row: 'store-size',
    what: 'a million credentials, indexes and all',
    beside: 'their plain JSON',
    ours: megabytes(stored),
    base: megabytes(plain),
    unit: 'MB',
    ratio: plain / stored,
    bound: 'at-least',
    floor: null,
    goal: 8,
  }
}

async function bytesOf(db: Db, dir: string): Promise<number> {
  await db.raw('pragma wal_checkpoint(truncate)')
  return statSync(join(dir, 'ours', 'passerelle.sqlite')).size
}
