import type { Request, RequestHandler, Response } from 'express'
import { rateLimit } from 'express-rate-limit'
import { AppError } from '../../kernel/errors.ts'

const MINUTE = 60_000

const refuse = (_req: Request, _res: Response): never => {
  throw new AppError('too-many-requests')
}

function limit(max: number, failuresOnly = false): RequestHandler {
  return rateLimit({
    windowMs: MINUTE,
    limit: max,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skipSuccessfulRequests: failuresOnly,
    handler: refuse,
    // one office or one fair is one address: an IPv6 visitor is counted by /64
    ipv6Subnet: 64,
  })
}

/**
 * How often one address may ask, per minute. Guessing is slowed by counting misses only: two hundred people
 * scanning true codes behind one address are never stopped.
 */
export const rateLimits = {
  everything: (): RequestHandler => limit(1200),
  /** Pages that take an unguessable code: misses per minute. */
  codes: (): RequestHandler => limit(30, true),
  /** Signing in and setting passwords: misses per minute. */
  credentials: (): RequestHandler => limit(20, true),
  /** Verification of other people's documents, which costs computation. */
  verification: (): RequestHandler => limit(120),
}
