import { recordEvent } from '../../access/audit/index.ts'
import { dayInParis, isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import { mayActIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { findLearner, type Learner } from '../learners/index.ts'
import { pseudonymOf, sealAnswer, type SealRing } from './seal.ts'
import { deleteSealed, selectReinforced, selectSealed, updateReinforced, upsertSealed } from './store.ts'
import type { SupportAnswer } from './support-needs.ts'

export interface SupportDeps {
  readonly db: Db
  readonly clock: Clock
  readonly ring: SealRing
}

/** What was said with the young person; what is undefined is left as it is. */
export interface SupportInput {
  readonly learnerId: string
  readonly reinforced?: boolean | undefined
  /** null takes this year's answer back. */
  readonly answer?: SupportAnswer | null | undefined
}

/** What the file shows: never what was answered. */
export interface SupportState {
  readonly learner: Learner
  readonly reinforced: boolean
  /** Whether this year's question was answered, be it by « ne souhaite pas répondre ». */
  readonly answered: boolean
  readonly year: number
}

/** The year in Paris: answers count for it and are deleted after it. */
export const indicatorYear = (clock: Clock): number => Number(dayInParis(clock.now()).slice(0, 4))

/**
 * Whether support is reinforced, and whether there is an answer for this year.
 * @throws AppError `not-found` for whoever does not coordinate the structure, and for a record that went into another
 */
export async function readSupport(deps: SupportDeps, actor: Actor, learnerId: string): Promise<SupportState> {
  const learner = await requireCoordinated(deps.db, actor, learnerId)
  const year = indicatorYear(deps.clock)
  const sealed = await selectSealed(deps.db, { pseudonym: pseudonymOf(deps.ring, learner.id) })
  return {
    learner,
    reinforced: (await selectReinforced(deps.db, learner.id)) !== null,
    answered: sealed.some((row) => row.year === year),
    year,
  }
}

/**
 * Records what a coordinator and the young person said together. The trail tells that it was done, whatever was said.
 * @throws AppError `not-found` as {@link readSupport}
 */
export async function recordSupport(deps: SupportDeps, actor: Actor, input: SupportInput): Promise<void> {
  const now = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    const learner = await requireCoordinated(trx, actor, input.learnerId)
    if (input.reinforced !== undefined)
      await setReinforced(trx, learner.id, input.reinforced, isoInstant(now))
    await setAnswer(trx, deps, learner.id, input.answer)
    await recordEvent(trx, {
      at: now,
      actor,
      action: 'learner.support-recorded',
      organisationId: learner.organisationId,
      subject: { type: 'learner', id: learner.id },
    })
  })
}

async function setReinforced(trx: Db, learnerId: LearnerId, reinforced: boolean, at: string): Promise<void> {
  const since = await selectReinforced(trx, learnerId)
  if ((since !== null) !== reinforced) await updateReinforced(trx, learnerId, reinforced ? at : null)
}

async function setAnswer(
  trx: Db,
  deps: SupportDeps,
  learnerId: LearnerId,
  answer: SupportInput['answer'],
): Promise<void> {
  if (answer === undefined) return
  const year = indicatorYear(deps.clock)
  if (answer === null) await deleteSealed(trx, { pseudonym: pseudonymOf(deps.ring, learnerId), year })
  else await upsertSealed(trx, sealAnswer(deps.ring, { learnerId, year }, answer))
}

// the platform's admin has nobody before them to ask: what is said here is said to one's own structure
async function requireCoordinated(db: Db, actor: Actor, learnerId: string): Promise<Learner> {
  const learner = await findLearner(db, learnerId)
  if (learner === undefined || !coordinates(actor, learner)) throw new AppError('not-found')
  return learner
}

/** Whether the actor coordinates the young person's own structure; running the platform does not count. */
export function coordinates(actor: Actor, learner: Pick<Learner, 'organisationId'>): boolean {
  if (actor.kind === 'system') return true
  return mayActIn({ ...actor, admin: false }, learner.organisationId, 'coordinator')
}
