import { createOrganisation, requireOpenOrganisation } from '../../access/organisations/index.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { OrganisationId, TrainingSessionId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { createSession } from '../training-sessions/index.ts'
import type { ImportPlan, PlannedStructure } from './import-plan.ts'

/** Ids of the structures made by the import, by name. */
export type Structures = ReadonlyMap<string, OrganisationId>

/** Creates the structures of the plan that nobody knows yet. */
export async function createStructures(
  trx: Db,
  deps: { readonly clock: Clock },
  actor: Actor,
  plan: ImportPlan,
): Promise<Structures> {
  const created = new Map<string, OrganisationId>()
  for (const name of plan.newStructures) {
    const organisation = await createOrganisation({ db: trx, clock: deps.clock }, actor, {
      name,
      kind: 'other',
    })
    created.set(name, organisation.id)
  }
  return created
}

/**
 * Keeps every structure the plan writes in open until the transaction ends, always in the same order.
 * @throws AppError `structure-closed`
 */
export async function keepOpen(trx: Db, plan: ImportPlan): Promise<void> {
  const planned = plan.rows
    .filter(({ placeOnly }) => !placeOnly)
    .flatMap(({ structure }) => structure.id ?? [])
  const own = plan.session.kind === 'new' ? plan.session.structure.id : plan.session.session.organisationId
  for (const id of [...new Set([...planned, ...(own === undefined ? [] : [own])])].sort())
    await requireOpenOrganisation(trx, id)
}

/** The id of a planned structure, known before or just created. */
export function idOf(structure: PlannedStructure, created: Structures): OrganisationId {
  const id = structure.id ?? created.get(structure.name)
  if (id === undefined) throw new Error('a planned structure without an id')
  return id
}

export interface ImportSession {
  readonly id: TrainingSessionId
  readonly organisationId: OrganisationId
}

/** The session of the plan, made now when it is a new one. */
export async function openPlannedSession(
  trx: Db,
  deps: { readonly clock: Clock },
  actor: Actor,
  plan: ImportPlan,
  created: Structures,
): Promise<ImportSession> {
  if (plan.session.kind === 'existing') return plan.session.session
  const { structure, sessionKind, title, place, startsOn, endsOn, locale } = plan.session
  return createSession({ db: trx, clock: deps.clock }, actor, {
    organisationId: idOf(structure, created),
    kind: sessionKind,
    title,
    place,
    startsOn,
    endsOn,
    locale,
    competences: plan.addedCompetences,
  })
}
