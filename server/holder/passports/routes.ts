import {
  findCredentialByCode,
  listCredentialsOfLearner,
  type CredentialRecord,
} from '../../issuer/credentials/index.ts'
import { AppError } from '../../kernel/errors.ts'
import { parseCrockfordCode } from '../../kernel/ids.ts'
import { isLocale, type Locale } from '../../kernel/locale.ts'
import { mayActIn, type Actor } from '../../kernel/roles.ts'
import type { Request, Response, Routes } from '../../platform/http/index.ts'
import type { Logger } from '../../platform/log/index.ts'
import {
  listPassportsOfSession,
  toPassport,
  type Passport,
  type SessionPassportsDeps,
} from './find-passports.ts'
import { renderPassport, renderPassports } from './render-passport.ts'

export interface PassportRoutesDeps extends SessionPassportsDeps {
  readonly log: Logger
}

/** Passports as files, for whoever may open the session that attests them. */
export function passportRoutes(deps: PassportRoutesDeps): (routes: Routes) => void {
  return (routes) => {
    routes.get('/sessions/:id/passports.pdf', 'staff', async (req, res, ctx) => {
      const locale = languageOf(req, ctx.locale)
      const contents = await listPassportsOfSession(deps, ctx.actor, String(req.params['id']), locale)
      const { bytes, unprintable } = await renderPassports(contents, locale)
      if (unprintable.length > 0) deps.log.warn({ passports: unprintable.length }, 'characters no font has')
      sendPdf(res, bytes, ctx.t('passport.fileNameMany'))
    })
    routes.get('/passports/:code/passport.pdf', 'staff', async (req, res, ctx) => {
      const locale = languageOf(req, ctx.locale)
      const { content } = await requirePassport(deps, ctx.actor, String(req.params['code']), locale)
      const { bytes } = await renderPassport(content, locale)
      sendPdf(res, bytes, `${ctx.t('passport.fileName')} ${content.holderName}`)
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

/** Sends a private PDF: never cached, never indexed, opened in the browser under a name a person recognises. */
export function sendPdf(res: Response, bytes: Uint8Array, name: string): void {
  res
    .set('Cache-Control', 'no-store')
    .set('X-Robots-Tag', 'noindex, nofollow, noarchive')
    .set('Content-Disposition', `inline; ${fileNameParameters(`${name}.pdf`)}`)
    .type('application/pdf')
    .send(Buffer.from(bytes))
}

/** Both forms of a file name (RFC 6266, 4.3): ASCII for old clients, UTF-8 for the others. */
export function fileNameParameters(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w. -]/g, '')
    .replace(/\s+/g, '-')
  const encoded = encodeURIComponent(name.replace(/[/\\\p{Cc}]/gu, ' ')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${ascii}"; filename*=UTF-8''${encoded}`
}
