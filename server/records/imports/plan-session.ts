import { AppError } from '../../kernel/errors.ts'
import { dayInParis, type Clock, type IsoDate } from '../../kernel/clock.ts'
import type { TrainingSessionId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import { requireRoleIn } from '../../kernel/roles.ts'
import { translator } from '../../platform/i18n/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { plainWords } from '../mobilities/index.ts'
import { listSessions, requireSessionAccess } from '../training-sessions/index.ts'
import { findStructures, structureOf } from './find-structures.ts'
import type { ImportTarget, PlannedSession, PlannedStructure } from './import-plan.ts'
import type { ImportProblem } from './problem.ts'
import type { Column } from './recognise-columns.ts'
import { filledCells, mostFrequent, readSessionColumns } from './read-session-columns.ts'
import type { Table } from './table.ts'

export interface SessionReading {
  readonly session: PlannedSession
  readonly problems: readonly ImportProblem[]
}

type NewTarget = Extract<ImportTarget, { kind: 'new' }>

/**
 * The session the file goes into. A described session that exists already is found again, so that importing the
 * same file twice makes one session.
 *
 * @throws AppError `not-found` when the actor may not open the session, `forbidden` for another structure's new
 *   session, `invalid-input` when nothing says which structure the new session belongs to.
 */
export async function planSession(
  db: Db,
  deps: { readonly clock: Clock },
  actor: Actor,
  input: {
    table: Table
    columns: readonly Column[]
    target: ImportTarget
    createStructures: boolean
    passedOver: readonly TrainingSessionId[]
  },
): Promise<SessionReading> {
  const { target } = input
  if (target.kind === 'existing') {
    return {
      session: { kind: 'existing', session: await requireSessionAccess(db, actor, target.sessionId) },
      problems: [],
    }
  }
  const structure = await structureOfNewSession(db, actor, target, input)
  if (structure.id !== undefined) requireRoleIn(actor, structure.id, 'trainer')
  const told = readSessionColumns(input.table, input.columns)
  const day = told.startsOn ?? target.startsOn
  const known =
    structure.id === undefined
      ? undefined
      : await findSame(db, actor, { ...target, ...told, structure, day, passedOver: input.passedOver })
  if (known !== undefined) return { session: { kind: 'existing', session: known }, problems: told.problems }
  const startsOn = day ?? dayInParis(deps.clock.now())
  const endsOn = told.endsOn ?? target.endsOn ?? startsOn
  return {
    session: {
      kind: 'new',
      structure,
      sessionKind: target.sessionKind,
      locale: target.locale,
      title: told.title ?? titleOf(target),
      place: told.place ?? target.place,
      startsOn,
      endsOn: endsOn < startsOn ? startsOn : endsOn,
    },
    problems: told.problems,
  }
}

function titleOf(target: NewTarget): string {
  const key = target.sessionKind === 'return' ? 'imports.returnSession' : 'imports.departureSession'
  return target.title ?? translator(target.locale)(key)
}

async function structureOfNewSession(
  db: Db,
  actor: Actor,
  target: NewTarget,
  {
    table,
    columns,
    createStructures,
  }: { table: Table; columns: readonly Column[]; createStructures: boolean },
): Promise<PlannedStructure> {
  if (target.organisationId !== undefined) return structureOf(db, target.organisationId)
  const [name] = mostFrequent(filledCells(table, columns, 'organisation'))
  const reading =
    name === undefined ? undefined : (await findStructures(db, actor, [name], createStructures)).get(name)
  if (reading?.kind === 'found') return reading.structure
  throw new AppError('invalid-input', {}, [
    reading === undefined
      ? { field: 'file', message: 'imports.sessionWithoutStructure' }
      : { field: 'file', message: 'imports.sessionStructureUnknown', params: { value: name ?? '' } },
  ])
}

/** The session of the same structure, kind and title; on the same day when a day is told. */
async function findSame(
  db: Db,
  actor: Actor,
  wanted: NewTarget & {
    passedOver: readonly TrainingSessionId[]
    structure: PlannedStructure
    title?: string | undefined
    day: IsoDate | undefined
  },
) {
  const title = plainWords(wanted.title ?? titleOf(wanted))
  const sessions = await listSessions(db, actor)
  return sessions.find(
    (session) =>
      session.organisationId === wanted.structure.id &&
      !wanted.passedOver.includes(session.id) &&
      session.kind === wanted.sessionKind &&
      plainWords(session.title) === title &&
      (wanted.day === undefined || session.startsOn === wanted.day),
  )
}
