import { parseForm, type Routes, type YouthContext } from '../../platform/http/index.ts'
import { chooseVisibility, comesOfAge, findOwnPage, takeOver, type ChoiceDeps } from './choose-visibility.ts'
import { takeOverForm, wishForm } from './forms.ts'

const VISIBILITY = '/me/visibility'
const EIGHTEEN = '/me/eighteen'

/** What a young person says themselves: who may open their passport, and from eighteen on, nobody else does. */
export function ownPageRoutes(deps: ChoiceDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get(VISIBILITY, 'youth', (_req, _res, ctx) => showVisibility(deps, ctx))

    routes.post(VISIBILITY, 'youth', async (req, _res, ctx) => {
      const form = parseForm(wishForm, req.body)
      if (!form.ok) {
        await showVisibility(deps, ctx, 422)
        return
      }
      await chooseVisibility(deps, ctx.youth, form.value.wish)
      ctx.redirect(VISIBILITY, `guardianship.said-${form.value.wish}`)
    })

    routes.get(EIGHTEEN, 'youth', async (_req, _res, ctx) => {
      if (await comesOfAge(deps, ctx.youth)) showEighteen(ctx)
      else ctx.redirect(VISIBILITY)
    })

    routes.post(EIGHTEEN, 'youth', async (req, _res, ctx) => {
      if (!(await comesOfAge(deps, ctx.youth))) {
        ctx.redirect(VISIBILITY)
        return
      }
      const form = parseForm(takeOverForm, req.body)
      if (!form.ok) {
        showEighteen(ctx, form.problems)
        return
      }
      await takeOver(deps, ctx.youth, form.value.wish)
      ctx.redirect('/me', `guardianship.said-${form.value.wish}`)
    })
  }
}

async function showVisibility(deps: ChoiceDeps, ctx: YouthContext, status = 200): Promise<void> {
  const own = await findOwnPage(deps, ctx.youth)
  ctx.render(
    'access/guardianship/visibility',
    {
      title: ctx.t('guardianship.visibilityTitle'),
      pageClass: 'narrow',
      keptPrivate: own.keptPrivate,
      isOpen: own.page === 'open',
      heading: ctx.t(`guardianship.own-${own.page}-title`),
      text: ctx.t(`guardianship.own-${own.page}-text`),
      tone: own.page === 'open' ? 'success' : 'info',
      asksAgreement: own.ownAgreement === 'asked',
      gaveAgreement: own.ownAgreement === 'given',
    },
    { status },
  )
}

function showEighteen(
  ctx: YouthContext,
  problems: readonly { readonly field: string; readonly message: string }[] = [],
): void {
  ctx.render(
    'access/guardianship/eighteen',
    {
      title: ctx.t('guardianship.eighteenTitle', { name: ctx.youth.name }),
      pageClass: 'narrow',
      choices: [
        {
          value: 'public',
          label: ctx.t('guardianship.choosePublic'),
          hint: ctx.t('guardianship.choosePublicHint'),
        },
        {
          value: 'private',
          label: ctx.t('guardianship.choosePrivate'),
          hint: ctx.t('guardianship.choosePrivateHint'),
        },
      ],
      problems,
    },
    { status: problems.length === 0 ? 200 : 422 },
  )
}
