import { createHash } from 'node:crypto'
import { findOrganisation, type Organisation } from '../../access/organisations/index.ts'
import { listCredentialsOfLearner } from '../../issuer/credentials/index.ts'
import { AppError } from '../../kernel/errors.ts'
import type { EnrolmentId, TrainingSessionId } from '../../kernel/ids.ts'
import { mayActIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { requireLearner, type Learner } from '../learners/index.ts'
import { listMobilities, tellDifferently, type Mobility } from '../mobilities/index.ts'
import { listSeats, type Seat } from '../training-sessions/index.ts'
import { countBothAssessed, selectSharedPlaces } from './place-store.ts'

export type Side = 'one' | 'other'

/** One of the two records, with what hangs on it. */
export interface TwinRecord {
  readonly learner: Learner
  readonly organisation: Organisation | undefined
  readonly stays: readonly Mobility[]
  readonly seats: readonly Seat[]
  /** Signed, standing or not; passports are not counted. */
  readonly credentials: number
}

/** A session, not signed yet, in which both have a place. */
export interface TwinPlace {
  readonly sessionId: TrainingSessionId
  readonly title: string
  readonly one: EnrolmentId
  readonly other: EnrolmentId
  /** Levels and observations of which both places have one. */
  readonly bothAssessed: number
}

/** Two records side by side. */
export interface TwinRecords {
  readonly one: TwinRecord
  readonly other: TwinRecord
  readonly shared: readonly TwinPlace[]
  /** Both tell a stay, each in its own words: both stay on the file. */
  readonly toldDifferently: boolean
  /** A digest of all that was compared: what is merged is what was shown. */
  readonly version: string
}

/**
 * Two records of structures that the actor coordinates (an admin: any two).
 * @throws AppError `not-found`, also when one went into another, or when both are the same
 */
export async function compareRecords(
  db: Db,
  actor: Actor,
  pair: { readonly one: string; readonly other: string },
): Promise<TwinRecords> {
  const one = await readRecord(db, actor, pair.one)
  const other = await readRecord(db, actor, pair.other)
  const ids = { from: one.learner.id, into: other.learner.id }
  if (ids.from === ids.into) throw new AppError('not-found')
  const shared: TwinPlace[] = []
  for (const { sessionId, title, from, into } of await selectSharedPlaces(db, ids)) {
    const bothAssessed = await countBothAssessed(db, { losing: from, keeping: into })
    shared.push({ sessionId, title, one: from, other: into, bothAssessed })
  }
  const toldDifferently = await tellDifferently(db, ids)
  const version = createHash('sha256')
    .update(JSON.stringify([one, other, shared]))
    .digest('base64url')
  return { one, other, shared, toldDifferently, version }
}

async function readRecord(db: Db, actor: Actor, id: string): Promise<TwinRecord> {
  const { learner } = await requireLearner(db, actor, id)
  if (learner.id !== id || !mayActIn(actor, learner.organisationId, 'coordinator'))
    throw new AppError('not-found')
  const credentials = await listCredentialsOfLearner(db, learner.id)
  return {
    learner,
    organisation: await findOrganisation(db, learner.organisationId),
    stays: await listMobilities(db, [learner.id]),
    seats: await listSeats(db, learner.id),
    credentials: credentials.filter(({ kind, signedAt }) => kind !== 'passport' && signedAt !== null).length,
  }
}
