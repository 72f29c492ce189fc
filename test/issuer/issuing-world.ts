import { rmSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import type { IssuanceDeps } from '../../server/issuer/issuance/index.ts'
import { openKeyRing } from '../../server/issuer/keys/index.ts'
import type { Clock } from '../../server/kernel/clock.ts'
import { newId, type AccountId, type OrganisationId } from '../../server/kernel/ids.ts'
import type { Actor, OrganisationRole, StaffActor } from '../../server/kernel/roles.ts'
import type { Db } from '../../server/platform/db/index.ts'
import { createLogger } from '../../server/platform/log/index.ts'
import {
  createDocumentLoader,
  verifyCredential,
  type CheckName,
  type JsonObject,
  type VerificationResult,
} from '../../server/vc/index.ts'
import { loadOwnStatusList } from '../../server/issuer/status-lists/index.ts'
import { openTestDatabase, temporaryFolder } from '../support/database.ts'

export { aLearner, anAttendance, aPassport, type Learner } from './sample-awards.ts'

export const SYSTEM: Actor = { kind: 'system', name: 'test' }

/** A platform in a test: a database, keys of its own, a clock that the test sets. */
export interface IssuingWorld extends IssuanceDeps {
  readonly db: Db
  readonly keysDir: string
  readonly clock: Clock & { set(instant: string): void }
}

export async function openWorld(options: { publicUrl?: string } = {}): Promise<IssuingWorld> {
  const db = await openTestDatabase()
  const keysDir = temporaryFolder()
  onTestFinished(() => rmSync(keysDir, { recursive: true, force: true }))
  let now = new Date('2026-07-03T09:00:00Z')
  const clock = {
    now: () => now,
    set: (instant: string) => {
      now = new Date(instant)
    },
  }
  const log = createLogger('silent')
  const publicUrl = options.publicUrl ?? 'http://127.0.0.1:3000'
  const ring = await openKeyRing({ keysDir, publicUrl, clock, log })
  return { db, keysDir, ring, clock, log, publicUrl, platformName: 'Passerelle Auvergne-Rhône-Alpes' }
}

/** A structure of the network. */
export async function aStructure(db: Db, slug = 'mission-locale-clermont'): Promise<OrganisationId> {
  const id = newId<OrganisationId>()
  await db('organisations').insert({
    id,
    slug,
    name: 'Mission locale de Clermont',
    kind: 'mission-locale',
    created_at: '2026-01-01T00:00:00Z',
  })
  return id
}

export function someone(organisationId: OrganisationId, role: OrganisationRole): StaffActor {
  return {
    kind: 'staff',
    accountId: newId<AccountId>(),
    name: 'Claire Fayolle',
    email: 'claire@example.org',
    admin: false,
    memberships: [{ organisationId, role }],
  }
}

/** Verifies what was stored like a stranger would, with our DID documents: everything, or only what is named. */
export function verifyStored(
  world: IssuingWorld,
  signed: unknown,
  only?: readonly CheckName[],
): Promise<VerificationResult> {
  const document: unknown = typeof signed === 'string' ? JSON.parse(signed) : signed
  return verifyCredential(document, {
    now: world.clock.now(),
    documentLoader: createDocumentLoader({ resolveDid: (did) => world.ring.resolveDid(world.db, did) }),
    loadStatusList: async (url): Promise<JsonObject> => {
      const list = await loadOwnStatusList(world, url)
      if (list === undefined) throw new Error(`${url} is not ours`)
      return list
    },
    isKnownIssuer: (did) => world.ring.isOwnDid(world.db, did),
    ...(only === undefined ? {} : { only }),
  })
}

export interface StoredCredential {
  id: string
  code: string
  kind: string
  learner_id: string
  award_key: string
  batch_id: string
  title: string
  unsigned: string | null
  signed: string | null
  signed_at: string | null
  signing_key_id: string | null
  failure: string | null
  failed_at: string | null
  superseded_by: string | null
  revoked_at: string | null
  revocation_reason: string | null
}

/** The rows as stored, in the order they were asked for. */
export async function storedCredentials(db: Db): Promise<StoredCredential[]> {
  return (await db('credentials')
    .orderBy('requested_at')
    .orderBy('award_key')
    .select('*')) as StoredCredential[]
}

export async function actionsOf(db: Db, subjectId: string): Promise<string[]> {
  return (await db('audit_events').where({ subject_id: subjectId }).orderBy('at').pluck('action')) as string[]
}
