import { AppError } from '../../kernel/errors.ts'
import type { Routes, StaffContext } from '../../platform/http/index.ts'
import { rotateKey } from '../keys/index.ts'
import { compromiseRoutes } from './compromise-routes.ts'
import { findIssuerKeys, findKeyLife } from './find-key-life.ts'
import { listCeremonies, listKeyLives } from './list-key-lives.ts'
import { parameter, type KeyLifeRoutesDeps } from './parameter.ts'
import { retireKey } from './retire-key.ts'
import { ceremonyRows, issuerRows, shortKey } from './view.ts'

/** `/admin/keys`: the keys of every issuer and the ceremonies of their life. For those who run the platform. */
export function keyLifeRoutes(deps: KeyLifeRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/admin/keys', 'admin', (_req, _res, ctx) => showKeys(deps, ctx))

    routes.get('/admin/keys/issuers/:slug/rotate', 'admin', async (req, _res, ctx) => {
      const issuer = await findIssuerKeys(deps, parameter(req, 'slug'))
      const points = ['keys.rotateWhat1', 'keys.pastStays', ...development(deps)] as const
      confirm(ctx, {
        title: ctx.t('keys.rotateTitle', { name: issuer.name }),
        points: [...points.map((key) => ctx.t(key)), ctx.t('keys.nothingElse')],
        act: ctx.t('keys.rotateNow'),
        action: req.path,
      })
    })
    routes.post('/admin/keys/issuers/:slug/rotate', 'admin', async (req, _res, ctx) => {
      const { slug } = await findIssuerKeys(deps, parameter(req, 'slug'))
      await rotateKey(deps, ctx.actor, { issuerSlug: slug })
      ctx.redirect('/admin/keys', 'keys.rotatedFlash')
    })

    routes.get('/admin/keys/:keyId/retire', 'admin', async (req, _res, ctx) => {
      const { key, issuer } = await findKeyLife(deps, parameter(req, 'keyId'))
      if (key.state === 'compromised') throw new AppError('key-compromised')
      const points = ['keys.retireWhat1', 'keys.pastStays', ...development(deps)] as const
      confirm(ctx, {
        title: ctx.t('keys.retireTitle', { name: issuer.name }),
        key: shortKey(key.keyId),
        points: [...points.map((one) => ctx.t(one)), ctx.t('keys.suspectInstead')],
        act: ctx.t('keys.retireNow'),
        action: req.path,
      })
    })
    routes.post('/admin/keys/:keyId/retire', 'admin', async (req, _res, ctx) => {
      await retireKey(deps, ctx.actor, { keyId: parameter(req, 'keyId') })
      ctx.redirect('/admin/keys', 'keys.retiredFlash')
    })
    compromiseRoutes(deps)(routes)
  }
}

const development = ({ ring }: KeyLifeRoutesDeps): readonly 'keys.developmentDid'[] =>
  ring.publicUrl.startsWith('https://') ? [] : ['keys.developmentDid']

async function showKeys(deps: KeyLifeRoutesDeps, ctx: StaffContext): Promise<void> {
  const issuers = await listKeyLives(deps)
  const ceremonies = await listCeremonies(deps.db, issuers)
  const words = { t: ctx.t, locale: ctx.locale, now: deps.clock.now() }
  ctx.render('issuer/key-life/list', {
    title: ctx.t('keys.title'),
    section: 'admin',
    issuers: issuerRows(issuers, words),
    ceremonies: ceremonyRows(ceremonies, words),
  })
}

interface Confirmation {
  readonly title: string
  readonly key?: string
  readonly points: readonly string[]
  readonly act: string
  readonly action: string
}

function confirm(ctx: StaffContext, page: Confirmation): void {
  ctx.render('issuer/key-life/confirm', { ...page, section: 'admin', pageClass: 'narrow' })
}
