import type { Request, RequestHandler, Response } from 'express'
import { ipKeyGenerator, MemoryStore, rateLimit, type Options } from 'express-rate-limit'
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
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: refuse,
    ipv6Subnet: IPV6_SUBNET,
  })
}

/**
 * At most `max` misses (answers from 400 on) a minute from one address; past that every request is refused until the
 * minute is over. A miss counts once it is answered, so any number of good requests may be under way at once.
 */
function limitMisses(max: number): RequestHandler {
  const misses = new MemoryStore()
  // the one option that the store reads
  misses.init({ windowMs: MINUTE } as Options)
  return async (req, res, next) => {
    const address = ipKeyGenerator(req.ip ?? '', IPV6_SUBNET)
    const known = await misses.get(address)
    if ((known?.totalHits ?? 0) >= max) throw new AppError('too-many-requests')
    res.on('finish', () => {
      if (res.statusCode >= 400) void misses.increment(address)
    })
    next()
  }
}

/**
 * How often one address may ask. Guessing is slowed by counting misses: two hundred people who scan true codes behind
 * the address of one fair are never stopped, and the codes are too long to guess anyway. Each call has its own count.
 */
export const rateLimits = {
  everything: (): RequestHandler => limitAll(1200),
  /** Pages that take an unguessable code. */
  codes: (): RequestHandler => limitMisses(100),
  /** Signing in and setting passwords. */
  credentials: (): RequestHandler => limitMisses(40),
  /** Verification of other people's documents, which costs computation. */
  verification: (): RequestHandler => limitAll(120),
}
