import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { requireAdmin, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../../access/audit/index.ts'
import type { Localised, OwnCompetenceContent } from '../achievements/index.ts'
import type { FrameworkId, OwnCompetence, OwnCompetenceId, OwnFramework } from './own-framework.ts'
import {
  insertCompetence,
  insertFramework,
  lockFramework,
  selectCompetences,
  updateCompetence,
} from './store.ts'

export interface FrameworkDeps {
  readonly db: Db
  readonly clock: Clock
}

/** Competences of one framework: a grid with more columns serves nobody. */
export const MOST_COMPETENCES = 40

/** Begins a framework; nobody sees it before it is published. @throws AppError `forbidden` */
export async function createFramework(
  deps: FrameworkDeps,
  actor: Actor,
  input: { readonly name: Localised },
): Promise<OwnFramework> {
  requireAdmin(actor)
  const at = deps.clock.now()
  const framework: OwnFramework = {
    id: newId<FrameworkId>(),
    name: input.name,
    version: 0,
    publishedAt: null,
  }
  await deps.db.transaction(async (trx) => {
    await insertFramework(trx, framework, isoInstant(at))
    await recordChange(trx, deps, actor, framework.id, 'framework.created')
  })
  return framework
}

/**
 * Writes a competence, a new one at the end. What is published stays as it is until the framework is published again.
 * @throws AppError `forbidden`, `not-found`, `invalid-input` when the framework is full
 */
export async function saveCompetence(
  deps: FrameworkDeps,
  actor: Actor,
  input: {
    readonly frameworkId: string
    readonly competenceId?: string | undefined
    readonly content: OwnCompetenceContent
  },
): Promise<OwnCompetenceId> {
  const { content, competenceId } = input
  return change(deps, actor, input.frameworkId, async (trx, framework, competences, at) => {
    if (competenceId !== undefined) {
      const known = requireCompetence(competences, competenceId)
      await updateCompetence(trx, { ...known, content }, at)
      return known.id
    }
    if (competences.length >= MOST_COMPETENCES)
      throw new AppError('invalid-input', {}, [
        { field: 'labelFr', message: 'fields.tooManyCompetences', params: { max: MOST_COMPETENCES } },
      ])
    const made: OwnCompetence = {
      id: newId<OwnCompetenceId>(),
      frameworkId: framework.id,
      position: 1 + Math.max(0, ...competences.map(({ position }) => position)),
      content,
      retiredAt: null,
      currentCode: null,
    }
    await insertCompetence(trx, made, at)
    return made.id
  })
}

/** Moves a competence one place up or down. @throws AppError `forbidden`, `not-found` */
export async function moveCompetence(
  deps: FrameworkDeps,
  actor: Actor,
  input: { readonly frameworkId: string; readonly competenceId: string; readonly towards: 'up' | 'down' },
): Promise<void> {
  await change(deps, actor, input.frameworkId, async (trx, _framework, competences, at) => {
    const known = requireCompetence(competences, input.competenceId)
    const index = competences.indexOf(known)
    const other = competences[input.towards === 'up' ? index - 1 : index + 1]
    if (other === undefined) return
    await updateCompetence(trx, { ...known, position: other.position }, at)
    await updateCompetence(trx, { ...other, position: known.position }, at)
  })
}

/**
 * Takes a competence out of what is offered, from the next publication on, or back in. What it was given for stays.
 * @throws AppError `forbidden`, `not-found`
 */
export async function retireCompetence(
  deps: FrameworkDeps,
  actor: Actor,
  input: { readonly frameworkId: string; readonly competenceId: string; readonly retired: boolean },
): Promise<void> {
  await change(deps, actor, input.frameworkId, async (trx, _framework, competences, at) => {
    const known = requireCompetence(competences, input.competenceId)
    await updateCompetence(trx, { ...known, retiredAt: input.retired ? at : null }, at)
  })
}

function requireCompetence(competences: readonly OwnCompetence[], id: string): OwnCompetence {
  const found = competences.find((competence) => competence.id === id)
  if (found === undefined) throw new AppError('not-found')
  return found
}

async function change<Result>(
  deps: FrameworkDeps,
  actor: Actor,
  frameworkId: string,
  act: (
    trx: Db,
    framework: OwnFramework,
    competences: readonly OwnCompetence[],
    at: string,
  ) => Promise<Result>,
): Promise<Result> {
  requireAdmin(actor)
  const at = isoInstant(deps.clock.now())
  return deps.db.transaction(async (trx) => {
    const framework = await lockFramework(trx, frameworkId)
    if (framework === undefined) throw new AppError('not-found')
    const result = await act(trx, framework, await selectCompetences(trx, framework.id), at)
    await recordChange(trx, deps, actor, framework.id, 'framework.written')
    return result
  })
}

async function recordChange(
  trx: Db,
  { clock }: FrameworkDeps,
  actor: Actor,
  id: FrameworkId,
  action: 'framework.created' | 'framework.written',
): Promise<void> {
  await recordEvent(trx, { at: clock.now(), actor, action, subject: { type: 'framework', id } })
}
