import { dayInParis, type Clock } from '../../kernel/clock.ts'
import { parseCrockfordCode } from '../../kernel/ids.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { readCookie, type Request, type Response } from '../../platform/http/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import { isVisit } from './is-visit.ts'
import { selectOpened } from './store.ts'
import type { VisitCounter } from './visit-counter.ts'

export interface WatchDeps {
  readonly db: Db
  readonly clock: Clock
  readonly log: Logger
  readonly visits: VisitCounter
  /** Whose visit a cookie is: who opens their own page is not counted. */
  readonly youthSessions: { resolve(token: string): Promise<LearnerActor | undefined> }
  readonly youthCookie: string
}

/** A verdict page as paper and links write it. With a question in the address it is somebody who changes the language. */
const VERDICT_PAGE = /^\/v\/([0-9A-Za-z-]{12,14})$/

/**
 * Counts verdict pages that were shown, whoever sends them: it stands before the pages that are ready. It keeps a code and a
 * day of each visit; no address, no agent, no time.
 */
export function watchVerdicts(deps: WatchDeps): (req: Request, res: Response, next: () => void) => void {
  return (req, res, next) => {
    const typed = VERDICT_PAGE.exec(req.url)?.[1]
    if (typed !== undefined && isVisit(req))
      res.once('finish', () => {
        if (res.statusCode === 200) countVisit(deps, req, typed)
      })
    next()
  }
}

function countVisit(deps: WatchDeps, req: Request, typed: string): void {
  const code = parseCrockfordCode(typed, 12)
  if (code === undefined) return
  const day = dayInParis(deps.clock.now())
  const token = readCookie(req, deps.youthCookie)
  if (token === undefined) {
    deps.visits.count(code, day)
    return
  }
  isOwn(deps, token, code).then(
    (own) => {
      if (!own) deps.visits.count(code, day)
    },
    (error: unknown) => deps.log.error({ err: error }, 'whose page was opened is not known'),
  )
}

async function isOwn({ db, youthSessions }: WatchDeps, token: string, code: string): Promise<boolean> {
  const youth = await youthSessions.resolve(token)
  const [opened] = await selectOpened(db, [code])
  return youth !== undefined && opened?.learnerId === youth.learnerId
}
