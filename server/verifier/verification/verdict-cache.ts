import { isoInstant } from '../../kernel/clock.ts'
import { parseCrockfordCode } from '../../kernel/ids.ts'
import { databaseVersion } from '../../platform/db/index.ts'
import { SHELF_PLACES, type PackedPage, type PageShelf } from '../../platform/http/index.ts'
import { nextTurn } from './next-turn.ts'
import type { VerificationDeps } from './verification-deps.ts'
import type { VerifiedPage } from './verified-page.ts'
import { PUBLIC_CODE_LENGTH, verifyByCode } from './verify-by-code.ts'

/** A verdict, true at this moment, and its pages as far as they are made. */
export interface Answer {
  readonly page: VerifiedPage
  readonly shelf: PageShelf
}

/** Verdicts, worked out when they have to be. */
export interface VerdictCache {
  /** What `/v/:code` says now, whatever was typed. */
  answerTo(typed: string): Promise<Answer>
  /** The page that stands at this place of a canonical code's shelf, if it is there and still true; at once on SQLite. */
  readyPage(code: string, place: string): PackedPage | undefined | Promise<PackedPage | undefined>
}

interface KeptAnswer extends Answer {
  /** Of the database, before anything was read. */
  readonly version: string
  readonly from: number
  readonly until: number
}

/** What is kept at most, roughly: the documents as text and in memory, and the pages. */
const MOST_BYTES = 48_000_000
/** A document in memory is some times its text, which is kept beside it. */
const IN_MEMORY = 5

/**
 * Answers `/v/:code` again without verifying again while the answer cannot have changed: nobody, in this process or
 * another, has written to the database since before it was worked out, and no minute has begun and no instant passed that
 * the document names. Everything a verdict of ours rests on (register, keys, status lists, structures) lies in the
 * database. What was found false, or could not be found out, is worked out each time.
 */
export function createVerdictCache(deps: VerificationDeps, mostBytes = MOST_BYTES): VerdictCache {
  const answers = boundedAnswers(mostBytes)
  // many who look at once at what was not looked at before wait for one verification
  const underWay = new Map<string, Promise<KeptAnswer>>()

  async function answerAnew(code: string, version: string, now: Date): Promise<KeptAnswer> {
    const page = await verifyByCode(deps, code)
    const shelf: PageShelf = new Map()
    const answer = { page, shelf, version, from: now.getTime(), until: nextTurn(page, now) }
    if (mayKeep(page)) answers.keep(code, answer)
    return answer
  }

  return {
    async answerTo(typed) {
      const code = parseCrockfordCode(typed, PUBLIC_CODE_LENGTH)
      if (code === undefined) return { page: await verifyByCode(deps, typed), shelf: new Map() }
      const version = await databaseVersion(deps.db)
      const now = deps.clock.now()
      const known = answers.find(code)
      if (known !== undefined && holds(known, version, now)) return asOf(known, now)
      const place = `${code} ${version}`
      const begun =
        underWay.get(place) ?? answerAnew(code, version, now).finally(() => underWay.delete(place))
      underWay.set(place, begun)
      const answer = await begun
      // whoever joined may have come after a minute began
      return holds(answer, version, now) ? asOf(answer, now) : answerAnew(code, version, now)
    },
    readyPage(code, place) {
      const known = answers.find(code)
      const page = known?.shelf.get(place)
      if (known === undefined || page === undefined) return undefined
      const ifTrue = (version: string) => (holds(known, version, deps.clock.now()) ? page : undefined)
      const version = databaseVersion(deps.db)
      return typeof version === 'string' ? ifTrue(version) : version.then(ifTrue)
    },
  }
}

const holds = (answer: KeptAnswer, version: string, now: Date): boolean =>
  answer.version === version && answer.from <= now.getTime() && now.getTime() < answer.until

const asOf = ({ page, shelf }: KeptAnswer, now: Date): Answer => ({
  page: { ...page, checkedAt: isoInstant(now) },
  shelf,
})

/** Answers by code, the one longest out of use going first when they weigh too much. */
function boundedAnswers(mostBytes: number) {
  const kept = new Map<string, KeptAnswer>()
  let bytes = 0
  const forget = (code: string): void => {
    const known = kept.get(code)
    if (known !== undefined) bytes -= weightOf(known)
    kept.delete(code)
  }
  return {
    find(code: string): KeptAnswer | undefined {
      const known = kept.get(code)
      if (known === undefined) return undefined
      // a Map remembers the order of insertion: what is used goes to its end
      kept.delete(code)
      kept.set(code, known)
      return known
    },
    keep(code: string, answer: KeptAnswer): void {
      forget(code)
      kept.set(code, answer)
      bytes += weightOf(answer)
      for (const oldest of kept.keys()) if (bytes > mostBytes) forget(oldest)
    },
  }
}

/** Verdicts that rest on our own records alone, every question answered. */
function mayKeep({ verdict, checks }: VerifiedPage): boolean {
  const settled = ['verified', 'superseded', 'suspended', 'revoked', 'expired', 'not-yet-valid']
  return settled.includes(verdict) && checks.every(({ status }) => status !== 'unavailable')
}

/** Pages are counted before they are made, so that a weight never changes. */
const PAGES_BYTES = SHELF_PLACES * 34_000

const weights = new WeakMap<VerifiedPage, number>()

function weightOf({ page }: KeptAnswer): number {
  const known = weights.get(page) ?? JSON.stringify(page.document ?? '').length * IN_MEMORY + PAGES_BYTES
  weights.set(page, known)
  return known
}
