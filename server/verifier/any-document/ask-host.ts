import { isoInstant } from '../../kernel/clock.ts'
import { idOf, isJsonObject, isSameJson, type JsonObject, type JsonValue } from '../../vc/index.ts'
import type { ReadOpenBadge2 } from '../reading/index.ts'
import type { VerificationDeps } from '../verification/index.ts'

/** What the site that is said to host a badge answers. None of it is a signature. */
export type HostAnswer =
  | 'same' // it publishes this very badge today
  | 'different' // it publishes something else there
  | 'withdrawn' // it says that it took it back
  | 'elsewhere' // it is not the site of the issuer that the badge names
  | 'unreachable'
  | 'not-asked'

/** A badge of Open Badges 2.0 or 1.x, and what it claims. */
export interface HostedBadge {
  readonly answer: HostAnswer
  /** The site, as its name. */
  readonly host?: string
  readonly signed: boolean
  readonly checkedAt: string
  readonly title?: string
  readonly issuer?: string
  readonly issuedOn?: string
}

const QUESTION = { accept: 'application/ld+json, application/json;q=0.9', maxBytes: 256 * 1024 }
const MAX_WAIT_MS = 8000
const MAX_SHOWN = 200

/**
 * Open Badges 2.0, hosted verification: the assertion lives on its issuer's site, and is what that site says today. We ask
 * there as far as REMOTE_HOSTS allows. Its signature, where it has one, is not looked at: what comes of this is never
 * « verified ».
 */
export async function askHost(deps: VerificationDeps, found: ReadOpenBadge2): Promise<HostedBadge> {
  const { assertion: given, signed } = found
  const url = addressOf(found)
  const checkedAt = isoInstant(deps.clock.now())
  const host = url === undefined ? {} : { host: new URL(url).hostname }
  if (url === undefined || signed || deps.remote === undefined || new URL(url).origin === deps.publicUrl)
    return { answer: 'not-asked', signed, checkedAt, ...host, ...claimsOf(given) }
  const ask = askOf(deps.remote)
  const hosted = await ask(url)
  if (hosted === undefined) {
    return { answer: 'unreachable', signed, checkedAt, ...host, ...claimsOf(given) }
  }
  const assertion = given ?? hosted
  const badge = await partOf(assertion['badge'], ask)
  const issuer = await partOf(badge?.['issuer'], ask)
  const sites = [idOf(assertion['badge']), idOf(badge?.['issuer'])]
  const answer = answerOf(hosted, given, url, sites)
  return { answer, signed, checkedAt, ...host, ...claimsOf(assertion, badge, issuer) }
}

type Ask = (url: string) => Promise<JsonObject | undefined>

const askOf = (remote: NonNullable<VerificationDeps['remote']>): Ask => {
  const signal = AbortSignal.timeout(MAX_WAIT_MS)
  return async (url) => {
    try {
      const answer = await remote.fetchJson(url, { ...QUESTION, signal })
      return isJsonObject(answer) ? answer : undefined
    } catch {
      return undefined
    }
  }
}

/** Where the assertion says it is hosted: its own address in 2.0, `verify.url` in 1.x. */
function addressOf({ assertion, url }: ReadOpenBadge2): string | undefined {
  const verify = assertion?.['verification'] ?? assertion?.['verify']
  const older = isJsonObject(verify) ? verify['url'] : undefined
  return [url, older, assertion?.['id']].find(
    (address): address is string =>
      typeof address === 'string' && URL.canParse(address) && new URL(address).protocol === 'https:',
  )
}

/** Written out, or at an address of its own. */
const partOf = async (value: JsonValue | undefined, ask: Ask): Promise<JsonObject | undefined> =>
  isJsonObject(value) ? value : typeof value === 'string' ? ask(value) : undefined

/** What decides what a badge says of whom. */
const DECISIVE = ['id', 'recipient', 'badge', 'issuedOn', 'expires'] as const

function answerOf(
  hosted: JsonObject,
  given: JsonObject | undefined,
  url: string,
  sites: readonly (string | undefined)[],
): HostAnswer {
  if (hosted['revoked'] === true) return 'withdrawn'
  const isSame = DECISIVE.every((name) => given === undefined || isSameJson(hosted[name], given[name]))
  if (!isSame) return 'different'
  // Open Badges 2.0, 5.1: an assertion is hosted by its issuer, unless its profile says otherwise
  const isOfIssuer = sites.every(
    (site) => site === undefined || (URL.canParse(site) && new URL(site).origin === new URL(url).origin),
  )
  return isOfIssuer ? 'same' : 'elsewhere'
}

function claimsOf(
  assertion: JsonObject | undefined,
  badge?: JsonObject,
  issuer?: JsonObject,
): Pick<HostedBadge, 'title' | 'issuer' | 'issuedOn'> {
  const within = badge ?? (isJsonObject(assertion?.['badge']) ? assertion['badge'] : undefined)
  const by = issuer ?? (isJsonObject(within?.['issuer']) ? within['issuer'] : undefined)
  const title = text(within?.['name'])
  const name = text(by?.['name'])
  const issuedOn = instant(assertion?.['issuedOn'])
  return {
    ...(title === undefined ? {} : { title }),
    ...(name === undefined ? {} : { issuer: name }),
    ...(issuedOn === undefined ? {} : { issuedOn }),
  }
}

const text = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, MAX_SHOWN) : undefined

/** ISO 8601 in 2.0; seconds since 1970 as well in 1.x. */
function instant(value: JsonValue | undefined): string | undefined {
  const date =
    typeof value === 'number' ? new Date(value * 1000) : new Date(typeof value === 'string' ? value : '')
  return Number.isNaN(date.getTime()) ? undefined : isoInstant(date)
}
