import { AppError } from '../../kernel/errors.ts'
import { LOCALES, type Locale } from '../../kernel/locale.ts'
import type { Request, Response, Routes } from '../../platform/http/index.ts'
import { publishedAchievement } from './achievement-object.ts'
import type { Competence } from './competence.ts'
import { findCompetence } from './shipped-frameworks.ts'
import { achievementPage, achievementsPage } from './view.ts'

export interface AchievementRoutesDeps {
  readonly publicUrl: string
}

/** What each achievement means, in words for people and as an Open Badges Achievement for machines (`Accept`, `.json`). */
export function achievementRoutes(deps: AchievementRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/achievements', 'public', (_req, _res, ctx) =>
      ctx.render('issuer/achievements/list', achievementsPage(ctx.locale, ctx.t)),
    )
    routes.get('/achievements/:code', 'public', (req, res, ctx) => {
      const competence = requested(req)
      if (ctx.wantsJson) sendDefinition(res, deps, competence, ctx.locale)
      else ctx.render('issuer/achievements/achievement', achievementPage(competence, ctx.locale))
    })
    // the definition that a credential names is in the credential's language; the page is in the reader's
    routes.get('/achievements/:code/:language', 'public', (req, res, ctx) => {
      const competence = requested(req)
      const { language, json } = requestedLanguage(req)
      if (json || ctx.wantsJson) sendDefinition(res, deps, competence, language)
      else ctx.render('issuer/achievements/achievement', achievementPage(competence, ctx.locale))
    })
  }
}

function requested(req: Request): Competence {
  const competence = findCompetence(String(req.params['code']).toUpperCase())
  if (competence === undefined) throw new AppError('not-found')
  return competence
}

function requestedLanguage(req: Request): { language: Locale; json: boolean } {
  const [name, extension, ...more] = String(req.params['language']).split('.')
  const language = LOCALES.find((locale) => locale === name)
  const isKnown = extension === undefined || (extension === 'json' && more.length === 0)
  if (language === undefined || !isKnown) throw new AppError('not-found')
  return { language, json: extension === 'json' }
}

function sendDefinition(
  res: Response,
  { publicUrl }: AchievementRoutesDeps,
  competence: Competence,
  locale: Locale,
): void {
  res.vary('Accept')
  // anybody's wallet may read it; it changes only with a release
  res.set({
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'public, max-age=3600',
    'Content-Language': locale,
  })
  res.type('application/json').send(JSON.stringify(publishedAchievement(competence, locale, publicUrl)))
}
