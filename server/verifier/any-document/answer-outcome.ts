import type { FieldProblem } from '../../kernel/errors.ts'
import type { RequestContext, Response } from '../../platform/http/index.ts'
import { translator, type PublicMessageKey } from '../../platform/i18n/index.ts'
import type { ReadingProblem } from '../reading/index.ts'
import { answerVerdict, type VerificationDeps } from '../verification/index.ts'
import type { Outcome } from './verify-anything.ts'
import { broughtView, hostedBadgeView, kindOf } from './view.ts'

/** What was typed, and the query that goes on with whoever asks. */
export interface Asked {
  readonly code?: string
  readonly document?: string
  readonly query: string
}

/** Somebody else's text to be shown beside a sentence: never a link. */
type ShownProblem = FieldProblem & { readonly said?: string }

/** Says what came of it: a verdict's page, or the form again with a sentence; to a program the same as JSON. */
export function answerOutcome(
  deps: VerificationDeps,
  res: Response,
  ctx: RequestContext,
  outcome: Outcome,
  asked: Asked & { readonly field: string },
): void {
  const t = translator(ctx.language)
  switch (outcome.kind) {
    case 'ours':
      ctx.redirect(
        `/v/${outcome.code}${asked.query}${outcome.digits === undefined ? '' : `#${outcome.digits}`}`,
      )
      return
    case 'verdict': {
      const { found, page } = outcome
      const { kind, carrier, others } = found
      answerVerdict(deps, res, ctx, page, {
        brought: broughtView(found, page, t),
        report: { kind: kindOf(found, page.document), form: kind, carrier, others },
      })
      return
    }
    case 'open-badge-2':
      answerHostedBadge(res, ctx, outcome)
      return
    case 'address':
      refuse(res, ctx, addressProblem(outcome, asked.field), asked)
      return
    case 'problem':
      refuse(res, ctx, problemOf(outcome.problem, asked.field), asked)
  }
}

function answerHostedBadge(
  res: Response,
  ctx: RequestContext,
  { badge, found }: Extract<Outcome, { kind: 'open-badge-2' }>,
): void {
  res.vary('Accept').set('X-Robots-Tag', 'noindex, nofollow, noarchive')
  if (ctx.wantsJson) {
    // none of our verdicts: there is no signature that we could have checked
    const { carrier, others } = found
    res.set('Cache-Control', 'no-store').json({
      verdict: 'unverifiable-now',
      kind: 'open-badge-2',
      carrier,
      others,
      ...badge,
    })
    return
  }
  const model = hostedBadgeView(badge, found, translator(ctx.language), ctx.language)
  ctx.render('verifier/any-document/open-badge-2', { ...model, ...PUBLIC_PAGE }, { language: ctx.language })
}

const addressProblem = (
  { address, isQr }: Extract<Outcome, { kind: 'address' }>,
  field: string,
): ShownProblem => ({
  field,
  message: isQr ? 'anyDocument.problem.qr-address' : 'anyDocument.problem.address',
  said: address,
})

const problemOf = ({ code, said }: ReadingProblem, field: string): ShownProblem => ({
  field,
  message: `anyDocument.problem.${code}` satisfies PublicMessageKey,
  ...(said === undefined ? {} : { said }),
})

/** Whoever comes when too many do is asked to come again. */
const statusOf = ({ message }: FieldProblem): number => (message === 'anyDocument.problem.busy' ? 503 : 422)

/** The form again with nothing lost; a problem document (RFC 9457) to a program. */
export function refuse(res: Response, ctx: RequestContext, problem: ShownProblem, asked: Asked): void {
  const { message, said } = problem
  if (!ctx.wantsJson) {
    renderForm(ctx, asked, problem, statusOf(problem))
    return
  }
  const code = message.slice(message.lastIndexOf('.') + 1)
  const key = message as PublicMessageKey
  res
    .status(statusOf(problem))
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:passerelle:verify:${code}`,
        title: translator('en')(key),
        status: statusOf(problem),
        code,
        detail: translator(ctx.language)(key),
        ...(said === undefined ? {} : { said }),
      }),
    )
}

/** No staff menu, so no cookie; no index. */
const PUBLIC_PAGE = { plain: true, unlisted: true } as const

export function renderForm(ctx: RequestContext, asked: Asked, problem?: ShownProblem, status = 200): void {
  const t = translator(ctx.language)
  ctx.render(
    'verifier/any-document/verify',
    {
      title: t('anyDocument.title'),
      values: asked,
      action: `/verify${asked.query}`,
      problems: problem === undefined ? [] : [problem],
      ...(problem?.said === undefined ? {} : { said: problem.said }),
      pageClass: 'narrow',
      plain: true,
    },
    { status, language: ctx.language },
  )
}
