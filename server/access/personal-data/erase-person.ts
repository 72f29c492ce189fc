import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import { requireRoleIn, type Actor, type LearnerActor } from '../../kernel/roles.ts'
import { forgetDeleted, overwriteDeleted, type Db } from '../../platform/db/index.ts'
import type { FileStore } from '../../platform/files/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import { recordEvent } from '../audit/index.ts'
import {
  KEPT_REASONS,
  type ErasedPart,
  type KeptReason,
  type PersonalDataKeeper,
} from './personal-data-keeper.ts'
import { findConcerned, insertPendingFiles, lockConcerned, recordsOfPerson, type Concerned } from './store.ts'
import { sweepErasedFiles } from './sweep-files.ts'

/**
 * Makes the copies somebody gave away worth nothing: in the erasure's transaction, and what is to be published after it.
 * The issuer's side answers, through `compose`.
 */
export type InvalidateCopies = (
  trx: Db,
  actor: Actor | LearnerActor,
  input: { readonly learnerIds: readonly LearnerId[]; readonly at: Date },
) => Promise<{ readonly count: number; readonly publish: () => Promise<void> }>

export interface ErasureDeps {
  readonly db: Db
  readonly clock: Clock
  readonly files: FileStore
  readonly log: Logger
  /** In an order in which what points to something goes before what it points to. */
  readonly keepers: readonly PersonalDataKeeper[]
  readonly invalidateCopies: InvalidateCopies
}

/** Why a coordinator erases somebody: never in words of their own, which would outlive the person in the trail. */
export const ERASURE_REASONS = [
  'written-request',
  'guardian-request',
  'retention-over',
  'made-in-error',
] as const
export type ErasureReason = (typeof ERASURE_REASONS)[number]

export interface ErasureInput {
  readonly learnerId: LearnerId
  /** Whether the signed copies they gave away are withdrawn too. They stay verifiable otherwise. */
  readonly invalidateCopies: boolean
  /** For the trail, when somebody else than the person asks. */
  readonly reason?: ErasureReason
}

/**
 * Erases a person: everything each feature keeps about them and about the records that went into theirs, in one
 * transaction with its audit event. Their stored files follow, at the latest when the server starts again; then the
 * database file itself is cleaned of what was deleted. Backups keep what they hold until they are thrown away.
 * @returns why something stays
 * @throws AppError `not-found`; `forbidden` unless the actor is that person, coordinates their structure or runs the
 * platform
 */
export async function erasePerson(
  deps: ErasureDeps,
  actor: Actor | LearnerActor,
  input: ErasureInput,
): Promise<readonly KeptReason[]> {
  const now = deps.clock.now()
  const { parts, publish } = await deps.db.transaction(async (trx) => {
    await overwriteDeleted(trx)
    const person = await requireConcerned(trx, actor, input.learnerId)
    if (!(await lockConcerned(trx, person.id))) throw new AppError('not-found')
    const learnerIds = await recordsOfPerson(trx, person.id)
    const copies = input.invalidateCopies
      ? await deps.invalidateCopies(trx, actor, { learnerIds, at: now })
      : { count: 0, publish: () => Promise.resolve() }
    const parts: ErasedPart[] = []
    // keeper by keeper: what hangs on one record may point to what hangs on another
    for (const keeper of deps.keepers)
      for (const id of learnerIds) parts.push(await keeper.erase(trx, id, isoInstant(now)))
    const files = parts.flatMap((part) => part.files ?? [])
    await insertPendingFiles(trx, files, isoInstant(now))
    await recordEvent(trx, {
      at: now,
      actor,
      action: 'learner.erased',
      organisationId: person.organisationId,
      subject: { type: 'learner', id: person.id },
      details: {
        records: learnerIds.length,
        files: files.length,
        copiesInvalidated: copies.count,
        ...(input.reason === undefined ? {} : { reason: input.reason }),
      },
    })
    return { parts, publish: copies.publish }
  })
  await finish(deps, parts, publish)
  return KEPT_REASONS.filter((reason) => parts.some(({ kept }) => kept.includes(reason)))
}

/** The person is erased by now: what fails here is tried again by the next start, and must not say otherwise. */
async function finish(
  deps: ErasureDeps,
  parts: readonly ErasedPart[],
  publish: () => Promise<void>,
): Promise<void> {
  const attempts = [
    publish,
    ...parts.flatMap(({ afterCommit }) => afterCommit ?? []),
    () => sweepErasedFiles(deps),
    async () => {
      if (!(await forgetDeleted(deps.db))) deps.log.warn({}, 'the database file was busy after an erasure')
    },
  ]
  for (const attempt of attempts)
    try {
      await attempt()
    } catch (err) {
      deps.log.error({ err }, 'an erasure left something to the next start')
    }
}

/**
 * The person, for whoever may erase them.
 * @throws AppError `not-found`, also for another structure's; `forbidden` for its trainers
 */
export async function requireConcerned(
  db: Db,
  actor: Actor | LearnerActor,
  learnerId: string,
): Promise<Concerned> {
  const person = await findConcerned(db, learnerId)
  if (person === undefined) throw new AppError('not-found')
  if (actor.kind === 'learner') {
    if (actor.learnerId !== person.id) throw new AppError('not-found')
    return person
  }
  const { organisationId } = person
  const isTheirs =
    actor.kind === 'system' ||
    actor.admin ||
    actor.memberships.some((membership) => membership.organisationId === organisationId)
  if (!isTheirs) throw new AppError('not-found')
  requireRoleIn(actor, organisationId, 'coordinator')
  return person
}
