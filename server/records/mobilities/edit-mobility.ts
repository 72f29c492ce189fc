import { createHash } from 'node:crypto'
import { recordEvent } from '../../access/audit/index.ts'
import { dayInParis, isoInstant, type Clock, type IsoDate } from '../../kernel/clock.ts'
import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import { newId, type MobilityId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { requireEditableLearner, type Learner } from '../learners/index.ts'
import { SIGNED_FIELDS } from './attested-stay.ts'
import { stayLengthInDays, type Mobility } from './mobility.ts'
import { insertMobility, listMobilities, lockMobility, selectAttested, updateMobility } from './store.ts'

export interface EditMobilityDeps {
  readonly db: Db
  readonly clock: Clock
}

/** All that a form says of a stay: what is null is emptied. */
export type StayTold = Omit<Mobility, 'id' | 'learnerId' | 'createdAt' | 'updatedAt'>

/** Longest stay in days: a volunteer's two years and some. */
export const LONGEST_STAY = 1_100

/**
 * Records a stay by hand.
 * @throws AppError `not-found`, `forbidden` (trainer of another structure), `invalid-input` with the fields
 */
export async function createMobility(
  { db, clock }: EditMobilityDeps,
  actor: Actor,
  input: { readonly learnerId: string; readonly stay: StayTold },
): Promise<Mobility> {
  return db.transaction(async (trx) => {
    const at = clock.now()
    const file = await requireEditableLearner(trx, actor, input.learnerId)
    const mobility: Mobility = {
      ...input.stay,
      id: newId<MobilityId>(),
      learnerId: file.learner.id,
      createdAt: isoInstant(at),
      updatedAt: isoInstant(at),
    }
    await requirePlausible(trx, mobility, file.records, dayInParis(at))
    await insertMobility(trx, mobility)
    await recordStay(trx, { at, actor, learner: file.learner, mobility, action: 'mobility.created' })
    return mobility
  })
}

/**
 * Says a stay anew, both halves. `version` is that of the stay that the form was made from ({@link stayVersion}).
 * @throws AppError `not-found`, `forbidden`, `changed-meanwhile`, `invalid-input` with the fields; `fields.staySigned` for
 * what was signed
 */
export async function editMobility(
  { db, clock }: EditMobilityDeps,
  actor: Actor,
  input: { readonly mobilityId: string; readonly stay: StayTold; readonly version: string },
): Promise<Mobility> {
  return db.transaction(async (trx) => {
    const at = clock.now()
    const known = await lockMobility(trx, input.mobilityId)
    if (known === undefined) throw new AppError('not-found')
    const file = await requireEditableLearner(trx, actor, known.learnerId)
    if (stayVersion(known) !== input.version) throw new AppError('changed-meanwhile')
    const mobility: Mobility = { ...known, ...input.stay, updatedAt: isoInstant(at) }
    const fields = changedFields(known, input.stay)
    if (fields.length === 0) return known
    await requireUnsigned(trx, known, fields)
    await requirePlausible(trx, mobility, file.records, dayInParis(at))
    await updateMobility(trx, mobility)
    await recordStay(trx, { at, actor, learner: file.learner, mobility, action: 'mobility.updated', fields })
    return mobility
  })
}

/** A digest of all that a stay says: instants are too coarse, two people may save within one second. */
export const stayVersion = (stay: Mobility): string =>
  createHash('sha256').update(JSON.stringify(stay)).digest('base64url')

function changedFields(known: Mobility, told: StayTold): (keyof StayTold)[] {
  const same = (field: keyof StayTold): boolean =>
    JSON.stringify(known[field]) === JSON.stringify(told[field])
  return (Object.keys(told) as (keyof StayTold)[]).filter((field) => !same(field))
}

async function requireUnsigned(trx: Db, known: Mobility, fields: readonly (keyof StayTold)[]): Promise<void> {
  const touched = SIGNED_FIELDS.filter((field) => fields.includes(field))
  if (touched.length === 0 || !(await selectAttested(trx, [known.id])).has(known.id)) return
  throw new AppError(
    'invalid-input',
    {},
    touched.map((field) => ({ field, message: 'fields.staySigned' })),
  )
}

/** Dates that can be, and no other stay of the person at the same time. */
async function requirePlausible(
  trx: Db,
  stay: Mobility,
  records: readonly string[],
  today: IsoDate,
): Promise<void> {
  const problems = dateProblems(stay, today)
  const others = (await listMobilities(trx, records)).filter(({ id }) => id !== stay.id)
  // strictly: coming home and leaving again the same day makes two stays
  const sameTime = others.some((other) => other.startsOn < stay.endsOn && stay.startsOn < other.endsOn)
  const sameStart = others.some(
    ({ startsOn, hostCountry }) => startsOn === stay.startsOn && hostCountry === stay.hostCountry,
  )
  if (sameTime || sameStart) problems.push({ field: 'startsOn', message: 'fields.stayOverlaps' })
  if (problems.length > 0) throw new AppError('invalid-input', {}, problems)
}

function dateProblems(stay: Mobility, today: IsoDate): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (stay.endsOn < stay.startsOn) problems.push({ field: 'endsOn', message: 'fields.endBeforeStart' })
  else if (stayLengthInDays(stay) > LONGEST_STAY)
    problems.push({ field: 'endsOn', message: 'fields.stayTooLong' })
  for (const field of ['departureAgreedOn', 'returnRecordedOn'] as const)
    if ((stay[field] ?? '') > today) problems.push({ field, message: 'fields.dayToCome' })
  if (stay.returnRecordedOn !== null && stay.returnRecordedOn < stay.startsOn)
    problems.push({ field: 'returnRecordedOn', message: 'fields.beforeTheStay' })
  return problems
}

async function recordStay(
  trx: Db,
  event: {
    readonly at: Date
    readonly actor: Actor
    readonly learner: Learner
    readonly mobility: Mobility
    readonly action: string
    readonly fields?: readonly string[]
  },
): Promise<void> {
  const { at, actor, learner, mobility, action, fields } = event
  await recordEvent(trx, {
    at,
    actor,
    action,
    organisationId: learner.organisationId,
    subject: { type: 'mobility', id: mobility.id },
    ...(fields === undefined ? {} : { details: { fields } }),
  })
}
