import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { resumeIssuance } from '../../../server/issuer/issuance/index.ts'
import type { Db } from '../../../server/platform/db/index.ts'
import {
  aStructure,
  openWorld,
  storedCredentials,
  verifyStored,
  type IssuingWorld,
} from '../issuing-world.ts'

/** Five credentials each, and a passport for some. */
const LEARNERS = 98
const PASSPORTS = 10
const TOTAL = LEARNERS * 5 + PASSPORTS

describe('a crash in the middle of signing 500 credentials', () => {
  it('loses none and doubles none: the next start signs what is left', { timeout: 240_000 }, async () => {
    const world = await openWorld()
    await aStructure(world.db)
    const crashed = runBeside(world, 'issue', LEARNERS, PASSPORTS)
    await crashed.said((done) => done >= 60)
    crashed.child.kill('SIGKILL')
    expect(await crashed.ended).toBe('SIGKILL')
    const signedBefore = (await storedCredentials(world.db)).filter(({ signed }) => signed !== null)
    expect(signedBefore.length).toBeGreaterThanOrEqual(60)
    expect(signedBefore.length).toBeLessThan(TOTAL)

    // and again among the passports
    const again = runBeside(world, 'resume')
    await again.said((done, total) => total - done <= PASSPORTS)
    again.child.kill('SIGKILL')
    await again.ended

    // two servers start again at the same time
    const other = runBeside(world, 'resume')
    const [mine, ended] = await Promise.all([resumeIssuance(world), other.ended])
    expect(ended).toBe(0)
    expect(mine.failed).toBe(0)

    const stored = await storedCredentials(world.db)
    expect(stored).toHaveLength(TOTAL)
    for (const before of signedBefore) expect(stored).toContainEqual(before)
    expect(new Set(stored.map(({ award_key }) => award_key)).size).toBe(TOTAL)
    expect(new Set(stored.map(({ code }) => code)).size).toBe(TOTAL)
    for (const { signed } of stored)
      expect((await verifyStored(world, signed, ['issuer', 'validity'])).verdict).toBe('verified')
    await expectOneEntryEach(world.db)
    const events = await world.db('audit_events').where({ action: 'credential.signed' }).pluck('subject_id')
    expect(events).toHaveLength(TOTAL)
    expect(new Set(events).size).toBe(TOTAL)
    expect(await resumeIssuance(world)).toEqual({ signed: 0, failed: 0 })
  })

  it('leaves nothing behind when it comes before the request is through', async () => {
    const world = await openWorld()
    await aStructure(world.db)
    const requesting = runBeside(world, 'request', 5)
    await requesting.said(() => true)
    requesting.child.kill('SIGKILL')
    await requesting.ended
    expect(await storedCredentials(world.db)).toEqual([])
    expect(await world.db('status_entries').select()).toEqual([])
    expect(await resumeIssuance(world)).toEqual({ signed: 0, failed: 0 })
  })
})

async function expectOneEntryEach(db: Db): Promise<void> {
  const rows: unknown = await db('status_entries').select('list_id', 'position', 'credential_id')
  const entries = z
    .array(z.object({ list_id: z.string(), position: z.number(), credential_id: z.string() }))
    .parse(rows)
  expect(entries).toHaveLength(TOTAL)
  expect(new Set(entries.map((entry) => `${entry.list_id}#${entry.position}`)).size).toBe(TOTAL)
  expect(new Set(entries.map((entry) => entry.credential_id)).size).toBe(TOTAL)
}

interface Beside {
  readonly child: ChildProcess
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>
  /** Once it said how many are done of how many, or anything else, and that was enough. */
  said(isEnough: (done: number, total: number) => boolean): Promise<void>
}

/** Runs `issue-beside.ts` on the same database and keys in a process of its own. */
function runBeside(
  world: IssuingWorld,
  what: 'issue' | 'resume' | 'request',
  learners = 0,
  passports = 0,
): Beside {
  const program = join(import.meta.dirname, 'issue-beside.ts')
  const given = [databaseUrlOf(world.db), world.keysDir, world.publicUrl, String(learners), String(passports)]
  const child = spawn(process.execPath, [program, what, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const listeners = new Set<() => void>()
  child.stdout.on('data', (bytes: Buffer) => {
    lines.push(...bytes.toString().trim().split('\n'))
    for (const listener of listeners) listener()
  })
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  )
  const said: Beside['said'] = (isEnough) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const [done, total] = lines.at(-1)?.split(' ') ?? []
        if (lines.length > 0 && isEnough(Number(done), Number(total))) resolve()
      }
      listeners.add(look)
      look()
      void ended.then(() => reject(new Error(`it ended after saying: ${lines.join(' | ')}`)))
    })
  return { child, ended, said }
}

/** The address of a test's database, as another process can open it. */
function databaseUrlOf(db: Db): string {
  const { connection } = (db as { client: { config: { connection: Record<string, unknown> } } }).client.config
  const { filename } = connection
  if (typeof filename === 'string') return `sqlite:${filename}`
  const text = z.coerce.string()
  const url = new URL(`postgres://localhost/${text.parse(connection['database'])}`)
  url.username = text.parse(connection['user'])
  if (typeof connection['password'] === 'string') url.password = connection['password']
  for (const name of ['host', 'port', 'options'])
    if (connection[name]) url.searchParams.set(name, text.parse(connection[name]))
  return url.href
}
