import type { Request, RequestHandler, Response } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { AppError } from '../../kernel/errors.ts'

const MINUTE = 60_000
/** An IPv6 visitor is counted by its network. */
const IPV6_SUBNET = 64

const refuse = (_req: Request, _res: Response): never => {
  throw new AppError('too-many-requests')
}

/** At most `max` requests a minute from one address, whatever their answer. */
function limitAll(max: number): RequestHandler {
  return rateLimit({
    windowMs: MINUTE,
    limit: max,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    handler: refuse,
    ipv6Subnet: IPV6_SUBNET,
  })
}

/** A limit on misses, and whether it refuses somebody for now. */
export type MissLimit = RequestHandler & { refuses(req: Request): boolean }

/**
 * At most `max` misses (answers from 400 on, unless told) from one address in the minute that begins with anybody's first;
 * past that every request is refused until the minute is over. A miss counts once it is answered, so any number of good
 * requests may be under way at once.
 * With `onlyMisses` nobody is turned away at the door: a route that has found a miss asks `refuses` what to answer.
 */
function limitMisses(
  max: number,
  { isMiss = (status: number): boolean => status >= 400, onlyMisses = false } = {},
): MissLimit {
  const misses = new Map<string, number>()
  // the addresses that are refused: mostly none, and then nobody's address has to be worked out
  const refused = new Set<string>()
  let until = 0
  const forget = (): void => {
    if (misses.size === 0 || performance.now() < until) return
    misses.clear()
    refused.clear()
  }
  const count = (address: string): void => {
    forget()
    if (misses.size === 0) until = performance.now() + MINUTE
    const seen = (misses.get(address) ?? 0) + 1
    misses.set(address, seen)
    if (seen >= max) refused.add(address)
  }
  const limit: RequestHandler = (req, res, next) => {
    forget()
    const address = addressOf(req)
    if (!onlyMisses && refused.has(address)) throw new AppError('too-many-requests')
    res.on('finish', () => {
      if (isMiss(res.statusCode)) count(address)
    })
    next()
  }
  const refuses = (req: Request): boolean => {
    forget()
    return refused.size > 0 && refused.has(addressOf(req))
  }
  return Object.assign(limit, { refuses })
}

/** One visitor, as far as limits can tell: many may share an address. */
export const addressOf = (req: Request): string => ipKeyGenerator(req.ip ?? '', IPV6_SUBNET)

/** The limit, but not for paths that match. */
export function exceptFor(paths: RegExp, limit: RequestHandler): RequestHandler {
  return async (req, res, next) => {
    const [path = ''] = req.originalUrl.split('?')
    if (paths.test(path)) next()
    else await limit(req, res, next)
  }
}

/**
 * How often one address may ask. Guessing is slowed by counting misses: two hundred people who scan true codes behind
 * the address of one fair are never stopped, and the codes are too long to guess anyway. Each call has its own count.
 */
export const rateLimits = {
  everything: (): RequestHandler => limitAll(1200),
  /** Pages that take an unguessable code. */
  codes: (): MissLimit => limitMisses(100),
  /**
   * The same where many share an address with whoever guesses, as at a fair: further guesses get no answer, true codes do.
   * That tells a guesser nothing: a miss is a miss, by whatever name, and of 2^60 codes nobody finds one in this way.
   */
  guesses: (): MissLimit => limitMisses(100, { onlyMisses: true }),
  /** Signing in and setting passwords. */
  credentials: (): RequestHandler => limitMisses(40),
  /** Programs that show a token: a wrong token counts, a document that we refuse does not. */
  tokens: (): RequestHandler => limitMisses(40, { isMiss: (status) => status === 401 }),
  /** Verification of other people's documents, which costs computation. */
  verification: (): RequestHandler => limitAll(120),
}
