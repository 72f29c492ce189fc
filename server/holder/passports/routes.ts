import {
  findCredentialByCode,
  listCredentialsOfLearner,
  type CredentialRecord,
} from '../../issuer/credentials/index.ts'
import { AppError } from '../../kernel/errors.ts'
import { parseCrockfordCode } from '../../kernel/ids.ts'
import { isLocale, type Locale } from '../../kernel/locale.ts'
import { mayActIn, type Actor } from '../../kernel/roles.ts'
import type { Request, Routes } from '../../platform/http/index.ts'
import {
  listPassportsOfSession,
  toPassport,
  type Passport,
  type SessionPassportsDeps,
} from './find-passports.ts'
import { printOptionsOf } from './forms.ts'
import { nameOfFile } from './name-of-file.ts'
import { renderPassports } from './render-passport.ts'
import { sendPassport, type SendPassportDeps } from './send-passport.ts'
import { sendPdf } from './send-pdf.ts'

export type PassportRoutesDeps = SessionPassportsDeps & SendPassportDeps

/** Passports as files, for whoever may open the session that attests them. */
export function passportRoutes(deps: PassportRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/sessions/:id/passports.pdf', 'staff', async (req, res, ctx) => {
      const options = printOptionsOf(req, ctx.locale)
      const session = String(req.params['id'])
      const contents = await listPassportsOfSession(deps, ctx.actor, session, options.locale)
      const { bytes, unprintable } = await renderPassports(contents, options)
      if (unprintable.length > 0) deps.log.warn({ passports: unprintable.length }, 'characters no font has')
      sendPdf(res, bytes, nameOfFile(options, ctx.t))
    })
    routes.get('/passports/:code/passport.pdf', 'staff', async (req, res, ctx) => {
      const options = printOptionsOf(req, ctx.locale)
      const code = String(req.params['code'])
      const passport = await requirePassport(deps, ctx.actor, code, options.locale)
      await sendPassport(deps, res, ctx, passport, options)
    })
  }
}

async function requirePassport(
  deps: SessionPassportsDeps,
  actor: Actor,
  typed: string,
  locale: Locale,
): Promise<Passport> {
  const code = parseCrockfordCode(typed, 12)
  const record = code === undefined ? undefined : await findCredentialByCode(deps.db, code)
  if (record?.kind !== 'passport' || !(await mayPrint(deps, actor, record))) throw new AppError('not-found')
  return toPassport(record, await listCredentialsOfLearner(deps.db, record.learnerId), locale)
}

/** A passport that no session gave is its structure's coordinators' to print. */
async function mayPrint(
  deps: SessionPassportsDeps,
  actor: Actor,
  { sessionId, organisationId }: CredentialRecord,
): Promise<boolean> {
  if (sessionId !== null) return deps.canOpenSession(actor, sessionId)
  return organisationId !== null && mayActIn(actor, organisationId, 'coordinator')
}

/** The language asked for (`?lang=en`), else the visitor's. */
export function languageOf(req: Request, fallback: Locale): Locale {
  const asked = req.query['lang']
  return isLocale(asked) ? asked : fallback
}
