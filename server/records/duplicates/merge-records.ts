import { completeIssuance, requestMissingPassports, type IssuanceDeps } from '../../issuer/issuance/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import { isUniqueViolation, type Db } from '../../platform/db/index.ts'
import { becomeOne, type Learner } from '../learners/index.ts'
import { compareRecords, type Side, type TwinRecords } from './compare-records.ts'
import { joinRecords } from './join-records.ts'
import { followHalfDays } from '../training-sessions/index.ts'
import { moveAssessments, movePlace } from './place-store.ts'
import { lockRecords } from './store.ts'

/** What somebody chose: each value names one of the two records, in the order of the address. */
export interface MergeChoices {
  /** Whose record goes on: its structure, its identifier outside the platform, its slip first. */
  readonly keep: Side
  readonly givenName: Side
  readonly familyName: Side
  readonly birthDate: Side
  readonly email: Side
  /** In sessions that hold both, whose place keeps what both say something of; undefined when nobody was asked. */
  readonly place?: Side | undefined
}

export interface MergeInput {
  readonly one: string
  readonly other: string
  readonly choices: MergeChoices
  /** What was shown when it was chosen ({@link TwinRecords.version}). */
  readonly version: string
}

/**
 * Makes one record of two that are one person. The other record stays as an address that leads to the first, and keeps
 * opening for whoever holds its slip. There is no way back.
 * @throws AppError `not-found`, `changed-meanwhile`, `invalid-input` (`place`: both are in an open session and nobody said
 * whose place stays; `familyName`: somebody else of the structure bears that name and day of birth)
 */
export async function mergeRecords(deps: IssuanceDeps, actor: Actor, input: MergeInput): Promise<LearnerId> {
  const merged = await inOneTransaction(deps, actor, input)
  // the records are one whether or not a key is at hand now: the next start signs what is left
  await completeIssuance(deps).catch((error: unknown) => {
    deps.log.error({ err: error }, 'passport of a person with two records not signed')
  })
  return merged
}

async function inOneTransaction(deps: IssuanceDeps, actor: Actor, input: MergeInput): Promise<LearnerId> {
  const { choices } = input
  const at = deps.clock.now()
  try {
    return await deps.db.transaction(async (trx) => {
      await lockRecords(trx, [input.one, input.other])
      const twins = await compareRecords(trx, actor, input)
      if (twins.version !== input.version) throw new AppError('changed-meanwhile')
      const [into, from] = choices.keep === 'one' ? [twins.one, twins.other] : [twins.other, twins.one]
      await joinPlaces(trx, { twins, choices, into: into.learner.id, at })
      const chosen = (side: Side): Learner => twins[side].learner
      await becomeOne(trx, actor, {
        from: from.learner,
        into: {
          ...into.learner,
          givenName: chosen(choices.givenName).givenName,
          familyName: chosen(choices.familyName).familyName,
          birthDate: chosen(choices.birthDate).birthDate,
          email: chosen(choices.email).email,
        },
        at,
      })
      const held = await joinRecords(trx, deps, { from: from.learner.id, into: into.learner.id, at })
      await requestMissingPassports({ ...deps, db: trx }, held)
      return into.learner.id
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new AppError('invalid-input', {}, [{ field: 'familyName', message: 'fields.personExists' }])
  }
}

async function joinPlaces(
  trx: Db,
  act: {
    readonly twins: TwinRecords
    readonly choices: MergeChoices
    readonly into: LearnerId
    readonly at: Date
  },
): Promise<void> {
  const { twins, choices, into, at } = act
  if (twins.shared.length === 0) return
  const { place } = choices
  if (place === undefined)
    throw new AppError('invalid-input', {}, [{ field: 'place', message: 'fields.differentPeople' }])
  for (const shared of twins.shared) {
    const move =
      place === 'one'
        ? { keeping: shared.one, losing: shared.other }
        : { keeping: shared.other, losing: shared.one }
    await moveAssessments(trx, move)
    await movePlace(trx, move, into, isoInstant(at))
    await followHalfDays(trx, shared.sessionId, isoInstant(at))
  }
}
