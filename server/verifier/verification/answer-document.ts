import { AppError } from '../../kernel/errors.ts'
import type { Request, Response } from '../../platform/http/index.ts'
import { keepToOneself } from './answer-verdict.ts'
import { disclosure, hasPassed, type VerifiedPage } from './verified-page.ts'

/** Of a signed document (VCDM 2.0, 6.2.1); JSON alone is the verdict. */
const DOCUMENT_TYPES = ['application/vc', 'application/ld+json']

/** The media type by which software asks for the signed document itself. */
export function wantedDocument(req: Request): string | undefined {
  const best = req.accepts(['text/html', 'application/json', ...DOCUMENT_TYPES])
  return DOCUMENT_TYPES.find((type) => type === best)
}

/**
 * The signed bytes, where the page would show what they say.
 * @throws AppError `credential-private`, `credential-erased`, `credential-withdrawn`, `not-found`
 */
export function answerDocument(res: Response, page: VerifiedPage, type: string): void {
  keepToOneself(res)
  res.vary('Accept')
  if (page.verdict === 'private') throw new AppError('credential-private')
  if (page.erasedAt !== undefined) throw new AppError('credential-erased')
  if (page.revokedAt !== undefined) throw new AppError('credential-withdrawn')
  if (page.signed === undefined || disclosure(page) === 'none' || !hasPassed(page, 'proof'))
    throw new AppError('not-found')
  res.set('Content-Type', type).send(Buffer.from(page.signed, 'utf8'))
}
