import { AppError } from '../../kernel/errors.ts'
import { isLanguage, LANGUAGES, type Language } from '../../kernel/locale.ts'
import type { Request, Routes } from '../../platform/http/index.ts'
import type { Views } from '../../platform/views/index.ts'
import { createDeviceFiles, type DeviceFilesDeps } from './device-files.ts'
import { sendKept } from './kept-answer.ts'

export type DeviceRoutesDeps = DeviceFilesDeps & { readonly views: Views }

const LANGUAGE = LANGUAGES.join('|')

/**
 * Files that cost next to nothing and that every scan asks for: they do not count among what an address may have in a
 * minute, or two hundred employers behind the address of one fair would be stopped.
 */
export const DEVICE_FILES = new RegExp(
  `^/(sw\\.js|verify/(trust\\.json|(skills|words)/(${LANGUAGE})\\.json|here/(${LANGUAGE})))$`,
)

/** What a visitor's own device verifies with. Public, the same for everybody, and nobody is followed. */
export function deviceRoutes(deps: DeviceRoutesDeps): (routes: Routes) => void {
  const files = createDeviceFiles(deps)
  const { views } = deps
  return (routes) => {
    // at the root, so that it may answer for /v/… and for /V/…, as QR codes write it
    routes.get('/sw.js', 'public', (req, res) => sendKept(req, res, files.worker(views)))
    routes.get('/verify/trust.json', 'public', async (req, res) => sendKept(req, res, await files.trust()))
    routes.get('/verify/skills/:language.json', 'public', async (req, res) =>
      sendKept(req, res, await files.skills(languageOf(req))),
    )
    routes.get('/verify/words/:language.json', 'public', (req, res) =>
      sendKept(req, res, files.words(languageOf(req))),
    )
    routes.get('/verify/here/:language', 'public', (req, res, ctx) => {
      const { lang } = req.query
      if (isLanguage(lang)) ctx.redirect(`/verify/here/${lang}`)
      else sendKept(req, res, files.here(languageOf(req), views))
    })
  }
}

function languageOf(req: Request): Language {
  const { language } = req.params
  if (!isLanguage(language)) throw new AppError('not-found')
  return language
}
