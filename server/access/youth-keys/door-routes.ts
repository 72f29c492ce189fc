import type { YouthSessions } from '../youth-sessions/index.ts'
import type { LearnerId } from '../../kernel/ids.ts'
import {
  answerOrExplain,
  browserTie,
  keepPrivate,
  parseForm,
  setCookie,
  type Request,
  type RequestContext,
  type Response,
  type Routes,
} from '../../platform/http/index.ts'
import { beginAuthentication } from '../passkeys/index.ts'
import { comeByPasskey } from './change-passkeys.ts'
import { mailWayIn, openWayIn, useWayIn } from './come-by-mail.ts'
import type { YouthMailDeps } from './confirm-email.ts'
import { ceremonyForm, emailForm } from './forms.ts'

export interface DoorRoutesDeps extends YouthMailDeps {
  readonly secure: boolean
  readonly youthSessions: Pick<YouthSessions, 'start' | 'endAllOf'>
  readonly youthCookie: string
}

const PAGE = { plain: true, unlisted: true, pageClass: 'narrow' } as const

/** Coming in without the slip: with a passkey, or with a link sent to a confirmed address. */
export function doorRoutes(deps: DoorRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.post('/s/passkey/options', 'public', async (req, res) => {
      const browser = browserTie(req, res, deps)
      res.json(await beginAuthentication(deps, { browser, of: 'learner' }))
    })
    routes.post('/s/passkey', 'public', async (req, res) => {
      const { answer } = ceremonyForm.parse(req.body)
      await enter(deps, res, await comeByPasskey(deps, { browser: browserTie(req, res, deps), answer }))
      res.json({ next: '/me' })
    })

    routes.get('/s/mail', 'public', (_req, res, ctx) => {
      keepPrivate(res)
      ctx.render('access/youth-keys/ask-mail', { ...PAGE, title: ctx.t('youthKeys.askTitle') })
    })
    routes.post('/s/mail', 'public', (req, res, ctx) => {
      keepPrivate(res)
      const form = parseForm(emailForm, req.body)
      if (!form.ok) {
        const model = {
          ...PAGE,
          title: ctx.t('youthKeys.askTitle'),
          problems: form.problems,
          values: form.typed,
        }
        ctx.render('access/youth-keys/ask-mail', model, { status: 422 })
        return
      }
      // not awaited: how long the answer takes must not tell whether the address is known
      void mailWayIn(deps, { email: form.value.email, locale: ctx.locale }).catch((error: unknown) =>
        deps.log.warn({ err: error }, 'youth mail not sent'),
      )
      ctx.render('access/youth-keys/asked', { ...PAGE, title: ctx.t('youthKeys.askedTitle') })
    })
    routes.get('/s/mail/:token', 'public', (req, res, ctx) =>
      orExplain(res, ctx, async () => {
        const { givenName } = await openWayIn(deps, tokenOf(req))
        ctx.render('access/youth-keys/come-in', {
          ...PAGE,
          title: ctx.t('youthKeys.comeInTitle', { name: givenName }),
        })
      }),
    )
    routes.post('/s/mail/:token', 'public', (req, res, ctx) =>
      orExplain(res, ctx, async () => {
        await enter(deps, res, await useWayIn(deps, tokenOf(req)))
        ctx.redirect('/me')
      }),
    )
  }
}

const tokenOf = (req: Request): string => String(req.params['token'])

/** The visit begins; its cookie goes with the browser. */
async function enter(deps: DoorRoutesDeps, res: Response, learnerId: LearnerId): Promise<void> {
  setCookie(res, deps.youthCookie, await deps.youthSessions.start(learnerId), { secure: deps.secure })
}

/** A link that opens nothing (any more) says what to do. */
const orExplain = (res: Response, ctx: RequestContext, answer: () => Promise<void>): Promise<void> =>
  answerOrExplain(res, ctx, answer, {
    reasons: ['link-expired', 'link-unknown'],
    show: (reason, status) => {
      const texts = { title: ctx.t(`youthKeys.${reason}-title`), text: ctx.t(`youthKeys.${reason}-text`) }
      ctx.render('access/youth-keys/closed', { ...PAGE, ...texts }, { status })
    },
  })
