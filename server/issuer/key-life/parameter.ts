import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import type { Request } from '../../platform/http/index.ts'
import type { ReissueDeps } from '../reissue/index.ts'

export type KeyLifeRoutesDeps = ReissueDeps

const parameterSchema = z.string().min(1).max(200)

/** A name in the address. Throws `not-found` for what cannot be one. */
export function parameter(req: Request, name: string): string {
  const parsed = parameterSchema.safeParse(req.params[name])
  if (!parsed.success) throw new AppError('not-found')
  return parsed.data
}
