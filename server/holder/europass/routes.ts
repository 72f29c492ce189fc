import type { Clock } from '../../kernel/clock.ts'
import type { Routes } from '../../platform/http/index.ts'
import { fileNameParameters, findPassportOf } from '../passports/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { COSTS, createPictureBudget } from '../pictures/index.ts'
import { makeFile } from './make-file.ts'

export interface EuropassDeps {
  readonly db: Db
  readonly clock: Clock
}

/** « Pour Europass »: the passport in the Union's own format, for a structure that issues European credentials. */
export function europassRoutes({ db, clock }: EuropassDeps): (routes: Routes) => void {
  const spend = createPictureBudget({ clock })
  return (routes) => {
    routes.get('/me/europass', 'youth', async (_req, _res, ctx) => {
      const passport = await findPassportOf(db, ctx.youth.learnerId, ctx.locale)
      ctx.render('holder/europass/europass', {
        title: ctx.t('europass.title'),
        plain: true,
        unlisted: true,
        pageClass: 'narrow',
        hasPassport: passport !== undefined,
      })
    })
    routes.get('/me/europass.jsonld', 'youth', async (_req, res, ctx) => {
      spend(ctx.youth.learnerId, COSTS.pages)
      const { document, holderName } = await makeFile(db, ctx.youth.learnerId)
      const name = `${ctx.t('europass.fileName', { name: holderName })}.jsonld`
      res
        .set('Cache-Control', 'no-store')
        .set('X-Robots-Tag', 'noindex, nofollow, noarchive')
        .set('Content-Disposition', `attachment; ${fileNameParameters(name)}`)
        .type('application/ld+json')
        .send(Buffer.from(JSON.stringify(document), 'utf8'))
    })
  }
}
