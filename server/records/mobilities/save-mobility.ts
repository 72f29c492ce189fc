import { recordEvent } from '../../access/audit/index.ts'
import { dayInParis, isoInstant } from '../../kernel/clock.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { MobilityId } from '../../kernel/ids.ts'
import { requireRoleIn } from '../../kernel/roles.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Learner, SaveOutcome } from '../learners/index.ts'
import { keepSignedFields, listAttested, signedChanges } from './attested-stay.ts'
import { matchMobility, mobilityChanges, NOTHING_MORE_TOLD } from './mobility.ts'
import type { Mobility, MobilityField, MobilityInput } from './mobility.ts'
import { UNSTATED_PROGRAMME } from './programmes.ts'
import { insertMobility, listMobilities, updateMobility } from './store.ts'

export interface SaveMobilityDeps {
  readonly clock: Clock
}

/**
 * Records a stay of the learner, or completes the one it speaks of. Saying the same thing twice changes nothing. What was
 * signed of a stay is left as it is, and named in `kept`: it changes by a correction alone.
 * Call it inside the transaction of the whole act.
 *
 * @throws AppError `forbidden` when the actor has no role in the learner's structure, `invalid-input` when the
 *   return comes before the departure.
 */
export async function saveMobility(
  trx: Db,
  deps: SaveMobilityDeps,
  actor: Actor,
  learner: Pick<Learner, 'id' | 'organisationId'>,
  given: MobilityInput,
): Promise<{ mobility: Mobility; outcome: SaveOutcome; kept: readonly MobilityField[] }> {
  requireRoleIn(actor, learner.organisationId, 'trainer')
  if (given.endsOn < given.startsOn) {
    throw new AppError('invalid-input', {}, [{ field: 'endsOn', message: 'fields.endBeforeStart' }])
  }
  const known = matchMobility(await listMobilities(trx, [learner.id]), given)
  const signed = known !== undefined && (await listAttested(trx, [known.id])).has(known.id)
  const kept = signed ? signedChanges(known, given) : []
  const input = signed ? keepSignedFields(known, given) : given
  if (known !== undefined && mobilityChanges(known, input).length === 0) {
    return { mobility: known, outcome: 'unchanged', kept }
  }
  const outcome = known === undefined ? 'created' : 'updated'
  const now = deps.clock.now()
  const mobility = known === undefined ? newMobility(learner, input, now) : complete(known, input, now)
  await (known === undefined ? insertMobility(trx, mobility) : updateMobility(trx, mobility))
  await recordEvent(trx, {
    at: now,
    actor,
    action: `mobility.${outcome}`,
    organisationId: learner.organisationId,
    subject: { type: 'mobility', id: mobility.id },
    ...(known === undefined ? {} : { details: { fields: mobilityChanges(known, input) } }),
  })
  return { mobility, outcome, kept }
}

function newMobility(learner: Pick<Learner, 'id'>, input: MobilityInput, now: Date): Mobility {
  return {
    id: newId<MobilityId>(),
    learnerId: learner.id,
    programme: input.programme ?? UNSTATED_PROGRAMME,
    activity: input.activity ?? null,
    hostName: input.hostName ?? null,
    hostTown: input.hostTown ?? null,
    hostCountry: input.hostCountry,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
    departureObjectives: input.departureObjectives ?? null,
    departureAgreedOn: input.departureAgreedOn ?? null,
    returnSummary: input.returnSummary ?? null,
    returnRecordedOn: input.returnSummary === undefined ? null : dayInParis(now),
    ...NOTHING_MORE_TOLD,
    createdAt: isoInstant(now),
    updatedAt: isoInstant(now),
  }
}

function complete(known: Mobility, input: MobilityInput, now: Date): Mobility {
  const summaryChanged = input.returnSummary !== undefined && input.returnSummary !== known.returnSummary
  return {
    ...known,
    programme: input.programme ?? known.programme,
    activity: input.activity ?? known.activity,
    hostName: input.hostName ?? known.hostName,
    hostTown: input.hostTown ?? known.hostTown,
    hostCountry: input.hostCountry,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
    departureObjectives: input.departureObjectives ?? known.departureObjectives,
    departureAgreedOn: input.departureAgreedOn ?? known.departureAgreedOn,
    returnSummary: input.returnSummary ?? known.returnSummary,
    returnRecordedOn: summaryChanged ? dayInParis(now) : known.returnRecordedOn,
    updatedAt: isoInstant(now),
  }
}
