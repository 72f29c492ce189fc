import {
  findClosedOrganisationByName,
  findOrganisation,
  findOrganisationByName,
} from '../../access/organisations/index.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { mayActIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { plainWords } from '../mobilities/index.ts'
import type { PlannedStructure, SendingStructure } from './import-plan.ts'

export type StructureReading =
  | { readonly kind: 'found'; readonly structure: PlannedStructure }
  | { readonly kind: 'unknown' }
  /** A structure of the network where the actor has no role; the name is the file's, nothing of the structure's. */
  | { readonly kind: 'elsewhere'; readonly structure: SendingStructure }

/**
 * Looks the structures of a file up by name, each once. One where the actor has
 * no role can only be named as who sent somebody; with `create`, an unknown one is planned instead of refused.
 */
export async function findStructures(
  db: Db,
  actor: Actor,
  names: readonly string[],
  create: boolean,
): Promise<ReadonlyMap<string, StructureReading>> {
  const byWords = new Map<string, StructureReading>()
  const readings = new Map<string, StructureReading>()
  for (const name of new Set(names)) {
    const words = plainWords(name)
    const reading = byWords.get(words) ?? (await findStructure(db, actor, name, create))
    byWords.set(words, reading)
    readings.set(name, reading)
  }
  return readings
}

async function findStructure(db: Db, actor: Actor, name: string, create: boolean): Promise<StructureReading> {
  const known = await findOrganisationByName(db, name)
  if (known === undefined) {
    // a structure that closed is not made again because an old list names it
    const mayCreate = create && (await findClosedOrganisationByName(db, name)) === undefined
    return mayCreate ? { kind: 'found', structure: { id: undefined, name } } : { kind: 'unknown' }
  }
  if (!mayActIn(actor, known.id, 'trainer')) return { kind: 'elsewhere', structure: { id: known.id, name } }
  return { kind: 'found', structure: { id: known.id, name: known.name } }
}

/** The structure by its id, as the plan names it. */
export async function structureOf(db: Db, id: OrganisationId): Promise<PlannedStructure> {
  const organisation = await findOrganisation(db, id)
  return { id, name: organisation?.name ?? '' }
}
