import { forgetVisitor, readCookie, type Request, type Response } from '../../platform/http/index.ts'

export interface LeaveDeps {
  readonly youthSessions: { end(token: string): Promise<void> }
  readonly youthCookie: string
  readonly sessionCookie: string
  readonly secure: boolean
}

/** Ends the visit, and leaves nothing of it in a browser that may be somebody else's. */
export async function leave(deps: LeaveDeps, req: Request, res: Response): Promise<void> {
  const token = readCookie(req, deps.youthCookie)
  if (token !== undefined) await deps.youthSessions.end(token)
  forgetVisitor(req, res, deps)
}
