import type { LearnerId } from '../../kernel/ids.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  findLearners,
  inOrder,
  rankByName,
  scopeOf,
  selectKnownNames,
  type Learner,
} from '../learners/index.ts'
import { listMobilities, type Mobility } from '../mobilities/index.ts'
import { listSessions } from '../training-sessions/index.ts'
import type { RosterFilters } from './forms.ts'
import { selectHolders, selectInSession, selectStayChoices, selectWithStay } from './store.ts'

/** People on one page. */
export const PAGE_SIZE = 25

export interface RosterRow {
  readonly learner: Learner
  /** The newest one. */
  readonly stay: Mobility | undefined
  readonly stays: number
  readonly signed: boolean
}

export interface Roster {
  readonly rows: readonly RosterRow[]
  /** Everybody found, on all pages. */
  readonly found: number
  readonly page: number
  readonly pages: number
}

/** One page of the young people whom the actor sees, narrowed and sorted by what was asked. */
export async function listRoster(db: Db, actor: StaffActor, filters: RosterFilters): Promise<Roster> {
  const holders = await selectHolders(db, actor)
  const everybody = await selectKnownNames(db, scopeOf(actor))
  const keep = await narrowings(db, actor, filters, holders)
  const kept = everybody.filter(({ id }) => keep.every((passes) => passes(id)))
  const sorted = filters.q === undefined ? kept : rankByName(kept, filters.q)
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE))
  const page = Math.min(filters.page, pages)
  const ids = sorted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(({ id }) => id)
  const stays = await listMobilities(db, ids)
  const rows = inOrder(await findLearners(db, ids), ids).map((learner): RosterRow => {
    const theirs = stays.filter(({ learnerId }) => learnerId === learner.id)
    return { learner, stay: theirs.at(-1), stays: theirs.length, signed: holders.has(learner.id) }
  })
  return { rows, found: sorted.length, page, pages }
}

type Passes = (id: LearnerId) => boolean

async function narrowings(
  db: Db,
  actor: StaffActor,
  { session, country, year, signed }: RosterFilters,
  holders: ReadonlySet<LearnerId>,
): Promise<Passes[]> {
  const keep: Passes[] = []
  if (country !== undefined || year !== undefined) {
    const withStay = await selectWithStay(db, actor, { country, year })
    keep.push((id) => withStay.has(id))
  }
  if (session !== undefined) {
    // a session that the actor does not reach tells nothing about who is in it
    const reached = (await listSessions(db, actor)).some(({ id }) => id === session)
    const inSession = reached ? await selectInSession(db, session) : new Set<LearnerId>()
    keep.push((id) => inSession.has(id))
  }
  if (signed !== undefined) keep.push((id) => holders.has(id) === (signed === 'yes'))
  return keep
}

/** What the roster can be narrowed to. */
export async function rosterChoices(db: Db, actor: StaffActor) {
  return { ...(await selectStayChoices(db, actor)), sessions: await listSessions(db, actor) }
}
