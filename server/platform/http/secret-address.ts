import type { Response } from 'express'
import { AppError, type AppErrorCode } from '../../kernel/errors.ts'
import type { RequestContext } from './request-context.ts'

/** For a page whose address is a key: it is not cached, not indexed, and not told to the next site. */
export function keepPrivate(res: Response): void {
  res.set({
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex, nofollow, noarchive',
    'Referrer-Policy': 'no-referrer',
  })
}

/**
 * Answers under such an address. A link that opens nothing (any more), for one of `reasons`, gets a kind page: 404 when
 * it is unknown, 410 otherwise. In JSON it is a problem document, like any other failure.
 */
export async function answerOrExplain<Reason extends AppErrorCode>(
  res: Response,
  ctx: Pick<RequestContext, 'wantsJson'>,
  answer: () => Promise<void>,
  closed: {
    readonly reasons: readonly Reason[]
    readonly show: (reason: Reason, status: 404 | 410) => void
  },
): Promise<void> {
  keepPrivate(res)
  try {
    await answer()
  } catch (error) {
    if (ctx.wantsJson || !(error instanceof AppError)) throw error
    const reason = closed.reasons.find((one) => one === error.code)
    if (reason === undefined) throw error
    closed.show(reason, reason === 'link-unknown' ? 404 : 410)
  }
}
