import { isoInstant } from '../../kernel/clock.ts'
import { AppError, type FieldProblem } from '../../kernel/errors.ts'
import type { LearnerId, OrganisationId } from '../../kernel/ids.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { moveTeam } from '../accounts/index.ts'
import { moveClients } from '../api-clients/index.ts'
import { recordEvent } from '../audit/index.ts'
import { lockStructure, markClosed, plainName, type Organisation } from '../organisations/index.ts'
import type { StructureLifeDeps } from './structure-life-deps.ts'
import type { Pair, SharedPeople } from './structure-records.ts'

export interface Merger extends Pair {
  /** The name of the structure that disappears, typed by whoever confirms. */
  readonly typedName: string
  /** Of the doubtful people of the preview, those of whom somebody knows that they are one person. */
  readonly onePerson: readonly LearnerId[]
}

/**
 * One structure takes another over. The other is closed, with a successor; its team, young people, stays and sessions
 * belong to the first. Its issuer, keys, status lists and credentials stay as they are: what was signed keeps its words.
 * @throws AppError `forbidden`, `not-found`, `invalid-input` (the same structure, another name typed),
 * `structure-closed` (either), `merge-undecided` with one problem a person in the way
 */
export async function mergeStructures(
  deps: StructureLifeDeps,
  actor: Actor,
  merger: Merger,
): Promise<Organisation> {
  requireAdmin(actor)
  const into = await deps.db.transaction((trx) => mergeIn(trx, deps, actor, merger))
  await deps.structureRecords.finish()
  return into
}

async function mergeIn(
  trx: Db,
  deps: StructureLifeDeps,
  actor: Actor,
  { from, into, typedName, onePerson }: Merger,
): Promise<Organisation> {
  const [leaving, staying] = await lockBoth(trx, { from, into })
  if (plainName(typedName) !== plainName(leaving.name))
    throw new AppError('invalid-input', {}, [{ field: 'typedName', message: 'fields.typedName' }])
  const people = await deps.structureRecords.compare(trx, { from, into })
  refuseUndecided(people, onePerson)
  const at = deps.clock.now()
  // closed before its rows move: whoever waited to write in its name finds it so
  await markClosed(trx, leaving, { closedAt: isoInstant(at), succeededBy: into })
  const team = await moveTeam(trx, actor, { from, into, at })
  const programs = await moveClients(trx, actor, { from, into, at })
  const certain = people.same.map(({ id }) => id)
  const moved = await deps.structureRecords.takeOver(trx, actor, {
    from,
    into,
    at,
    onePerson: [...certain, ...onePerson],
  })
  const counts = { ...team, ...moved, programs }
  for (const [organisationId, action, details] of [
    [from, 'organisation.merged', { into, ...counts }],
    [into, 'organisation.took-over', { from, ...counts }],
  ] as const)
    await recordEvent(trx, {
      at,
      actor,
      action,
      organisationId,
      subject: { type: 'organisation', id: organisationId },
      details,
    })
  return staying
}

/**
 * Both are open, so neither has a successor: no chain of take-overs can come back to where it began. Always locked in
 * the same order: of two mergers that cross, one waits and is then refused.
 */
async function lockBoth(trx: Db, { from, into }: Pair): Promise<[Organisation, Organisation]> {
  if (from === into) throw new AppError('invalid-input', {}, [{ field: 'into', message: 'fields.choice' }])
  const locked = new Map<OrganisationId, Organisation>()
  for (const id of [from, into].sort()) locked.set(id, await lockStructure(trx, id))
  const leaving = locked.get(from)
  const staying = locked.get(into)
  if (leaving === undefined || staying === undefined) throw new AppError('not-found')
  for (const { closedAt, name } of [leaving, staying])
    if (closedAt !== null) throw new AppError('structure-closed', { name })
  return [leaving, staying]
}

function refuseUndecided({ doubtful, twice }: SharedPeople, onePerson: readonly LearnerId[]): void {
  const unknown = onePerson.filter((id) => !doubtful.some((person) => person.id === id))
  // somebody changed the records since the preview: what was ticked is not what is there
  if (unknown.length > 0) throw new AppError('changed-meanwhile')
  const undecided = doubtful.filter(({ id }) => !onePerson.includes(id))
  const problems: FieldProblem[] = [
    ...undecided.map(({ name }) => ({
      field: 'onePerson',
      message: 'fields.onePerson',
      params: { value: name },
    })),
    ...twice.map(({ name, session }) => ({
      field: 'twice',
      message: 'fields.twiceInSession',
      params: { value: `${name} (${session})` },
    })),
  ]
  if (problems.length > 0) throw new AppError('merge-undecided', { count: problems.length }, problems)
}
