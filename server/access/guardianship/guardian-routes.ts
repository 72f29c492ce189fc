import {
  answerOrExplain,
  parseForm,
  type Request,
  type RequestContext,
  type Response,
  type Routes,
} from '../../platform/http/index.ts'
import { findOrganisation } from '../organisations/index.ts'
import { agreementForm } from './forms.ts'
import { agreeByLink, openGuardianLink, withdrawByLink, type GuardianDeps } from './open-guardian-link.ts'
import { guardianPage, structureOf } from './view.ts'

export interface GuardianRoutesDeps extends GuardianDeps {
  readonly platformName: string
}

const PATH = '/g/:token'
type Refused = Extract<ReturnType<typeof parseForm<typeof agreementForm>>, { ok: false }>

/** The guardian's link: no account, one question. */
export function guardianRoutes(deps: GuardianRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(PATH, 'public', (req, res, ctx) => orExplain(res, ctx, () => show(deps, ctx, req)))

    routes.post(PATH, 'public', (req, res, ctx) =>
      orExplain(res, ctx, async () => {
        const form = parseForm(agreementForm, req.body)
        if (!form.ok) {
          await show(deps, ctx, req, form)
          return
        }
        await agreeByLink(deps, tokenOf(req))
        ctx.redirect(pathOf(req), 'guardianship.agreedFlash')
      }),
    )

    routes.post(`${PATH}/withdraw`, 'public', (req, res, ctx) =>
      orExplain(res, ctx, async () => {
        await withdrawByLink(deps, tokenOf(req))
        ctx.redirect(pathOf(req), 'guardianship.takenBackFlash')
      }),
    )
  }
}

const tokenOf = (req: Request): string => String(req.params['token'])
const pathOf = (req: Request): string => `/g/${encodeURIComponent(tokenOf(req))}`

async function show(
  deps: GuardianRoutesDeps,
  ctx: RequestContext,
  req: Request,
  refused?: Refused,
): Promise<void> {
  const opened = await openGuardianLink(deps, tokenOf(req))
  const organisation = await findOrganisation(deps.db, opened.person.organisationId)
  ctx.render(
    'access/guardianship/question',
    {
      ...guardianPage(opened, structureOf(organisation, deps.platformName), pathOf(req), ctx),
      problems: refused?.problems ?? [],
    },
    { status: refused === undefined ? 200 : 422 },
  )
}

/** A link that opens nothing (any more) says so kindly, and says nothing of anybody. */
const orExplain = (res: Response, ctx: RequestContext, answer: () => Promise<void>): Promise<void> =>
  answerOrExplain(res, ctx, answer, {
    reasons: ['link-unknown', 'link-expired', 'of-age'],
    show: (reason, status) => {
      ctx.render(
        'access/guardianship/closed',
        {
          title: ctx.t(`guardianship.${reason}-title`),
          text: ctx.t(`guardianship.${reason}-text`),
          plain: true,
          unlisted: true,
          pageClass: 'narrow centred',
        },
        { status },
      )
    },
  })
