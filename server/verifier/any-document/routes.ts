import { parseCrockfordCode } from '../../kernel/ids.ts'
import { isLanguage } from '../../kernel/locale.ts'
import type { Request, RequestContext, Response, Routes, UploadedFile } from '../../platform/http/index.ts'
import { addressOf, parseForm } from '../../platform/http/index.ts'
import { MAX_PICTURE_BYTES, openReader } from '../reading/index.ts'
import { PUBLIC_CODE_LENGTH, type VerificationDeps } from '../verification/index.ts'
import { answerOutcome, refuse, renderForm, type Asked } from './answer-outcome.ts'
import { codeQuery, verifyForm } from './forms.ts'
import { verifyAnything, type AnyDocumentDeps } from './verify-anything.ts'

/** `/verify`: whatever somebody holds that says something about somebody. Public, and follows nobody. */
export function anyDocumentRoutes(deps: VerificationDeps): (routes: Routes) => void {
  const reader = openReader(deps)
  return (routes) => {
    routes.get('/verify', 'public', (req, res, ctx) => {
      const asked = codeQuery.safeParse(req.query)
      const typed = asked.success ? asked.data.code : undefined
      const query = chosenLanguage(req)
      if (typed === undefined) renderForm(ctx, { query })
      else openCode(res, ctx, { query, code: typed })
    })
    // a page for everybody and an answer that changes nothing: a program may send it too
    routes.upload(
      '/verify',
      'public',
      { field: 'file', maxBytes: MAX_PICTURE_BYTES, stateless: true },
      (req, res, ctx, file) => answerBrought({ ...deps, reader }, req, res, ctx, file),
    )
  }
}

async function answerBrought(
  deps: AnyDocumentDeps,
  req: Request,
  res: Response,
  ctx: RequestContext,
  file: UploadedFile | undefined,
): Promise<void> {
  const form = parseForm(verifyForm, req.body)
  const query = chosenLanguage(req)
  if (!form.ok) {
    const isCode = form.problems.every(({ field }) => field === 'code')
    refuse(res, ctx, isCode ? NO_CODE : NO_TEXT, { ...form.typed, query })
    return
  }
  const asked = { ...form.value, query }
  const { document, code } = form.value
  const uploaded = file !== undefined && file.bytes.length > 0 ? file.bytes : undefined
  if (uploaded === undefined && document.trim() === '' && code.trim() !== '') {
    openCode(res, ctx, asked)
    return
  }
  const outcome = await verifyAnything(deps, uploaded ?? document, addressOf(req))
  answerOutcome(deps, res, ctx, outcome, {
    ...asked,
    field: uploaded === undefined ? 'document' : 'file',
  })
}

const NO_CODE = { field: 'code', message: 'anyDocument.problem.code' } as const
const NO_TEXT = { field: 'document', message: 'anyDocument.problem.not-recognised' } as const

function openCode(res: Response, ctx: RequestContext, asked: Asked & { readonly code: string }): void {
  const code = parseCrockfordCode(asked.code, PUBLIC_CODE_LENGTH)
  if (code === undefined) refuse(res, ctx, NO_CODE, asked)
  else ctx.redirect(`/v/${code}${asked.query}`)
}

/** Of a page without cookies, the language that somebody chose stands in its address and goes on with them. */
function chosenLanguage({ query }: Request): string {
  const { lang } = query
  return isLanguage(lang) ? `?lang=${lang}` : ''
}
