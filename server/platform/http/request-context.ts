import type { Request, Response } from 'express'
import { isLocale, type Locale } from '../../kernel/locale.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import { negotiateLocale, translator, type MessageKey, type Translate } from '../i18n/index.ts'
import { clearCookie, readCookie, setCookie } from './cookies.ts'
import type { HttpDeps } from './routes-types.ts'

const LANGUAGE_COOKIE = 'passerelle_lang'
const FLASH_COOKIE = 'passerelle_flash'
const ONE_YEAR = 365 * 24 * 3600

/** What a handler knows about the visitor, and how it answers. */
export interface RequestContext {
  readonly locale: Locale
  readonly t: Translate
  readonly actor: StaffActor | undefined
  /** Whether JSON is preferred over a page (`Accept`, RFC 9110 §12.5.1). */
  readonly wantsJson: boolean
  /** Sends a page. `model.title` becomes its title. */
  render<Model extends { readonly title: string }>(
    template: string,
    model: Model,
    options?: { status?: number; layout?: string },
  ): void
  /** 303 to a path of ours; `flash` is said once on the page that follows. */
  redirect(path: string, flash?: MessageKey): void
}

export interface StaffContext extends RequestContext {
  readonly actor: StaffActor
}

/** Employers and young people are not followed: their pages set no cookie. */
const isCookieless = (path: string): boolean => /^\/(v|s)(\/|$)/i.test(path)

export function createRequestContext(
  deps: HttpDeps,
  req: Request,
  res: Response,
  actor: StaffActor | undefined,
): RequestContext {
  const locale = chooseLocale(deps, req, res)
  const t = translator(locale)
  return {
    locale,
    t,
    actor,
    wantsJson: prefersJson(req),
    render(template, model, options = {}) {
      const flash = takeFlash(deps, req, res, t)
      const html = deps.views.render(template, model, {
        locale,
        ...(options.layout === undefined ? {} : { layout: options.layout }),
        page: {
          path: req.path,
          csrfToken: () => deps.csrf.token(req, res),
          ...(actor === undefined ? {} : { actor: { name: actor.name, admin: actor.admin } }),
          ...(flash === undefined ? {} : { flash }),
        },
      })
      res.set('Content-Language', locale).vary('Accept-Language')
      if (!res.get('Cache-Control')) res.set('Cache-Control', 'no-store')
      res
        .status(options.status ?? 200)
        .type('html')
        .send(html)
    },
    redirect(path, flash) {
      if (flash !== undefined) setCookie(res, FLASH_COOKIE, flash, { secure: deps.secure, maxAge: 60 })
      res.redirect(303, path)
    },
  }
}

/** Whether the client would rather have JSON than a page. */
export function prefersJson(req: Request): boolean {
  const best = req.accepts(['text/html', 'application/json', 'application/ld+json', 'application/vc'])
  return best !== false && best !== 'text/html'
}

function chooseLocale(deps: HttpDeps, req: Request, res: Response): Locale {
  const asked = req.query['lang']
  if (isLocale(asked)) {
    if (!isCookieless(req.path))
      setCookie(res, LANGUAGE_COOKIE, asked, { secure: deps.secure, maxAge: ONE_YEAR })
    return asked
  }
  const kept = readCookie(req, LANGUAGE_COOKIE)
  return isLocale(kept) ? kept : negotiateLocale(req.get('accept-language'))
}

function takeFlash(deps: HttpDeps, req: Request, res: Response, t: Translate): string | undefined {
  const key = readCookie(req, FLASH_COOKIE)
  if (key === undefined) return undefined
  clearCookie(res, FLASH_COOKIE, { secure: deps.secure })
  try {
    return t(key as MessageKey)
  } catch {
    return undefined
  }
}
