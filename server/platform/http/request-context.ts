import type { Request, Response } from 'express'
import type { ClientActor } from '../../kernel/api-client.ts'
import { isLanguage, isLocale, type Language, type Locale } from '../../kernel/locale.ts'
import type { LearnerActor, StaffActor } from '../../kernel/roles.ts'
import {
  negotiateLocale,
  negotiatePublic,
  translator,
  type MessageKey,
  type Translate,
} from '../i18n/index.ts'
import { composePage, FLASH_COOKIE, hasFlash, type PageOptions, type Visit } from './compose-page.ts'
import { readCookie, setCookie } from './cookies.ts'
import { packPage, placeOf, sendPacked, SHELF_PLACES, type PageShelf } from './page-shelf.ts'
import type { HttpDeps } from './routes-types.ts'

export const LANGUAGE_COOKIE = 'passerelle_lang'
const ONE_YEAR = 365 * 24 * 3600

/** What a handler knows about the visitor, and how it answers. */
export interface RequestContext {
  readonly locale: Locale
  /** Of a page that strangers read: the same choice among more languages. Give it to `render` there. */
  readonly language: Language
  readonly t: Translate
  readonly actor: StaffActor | undefined
  /** Whether JSON is preferred over a page (`Accept`, RFC 9110 §12.5.1). */
  readonly wantsJson: boolean
  /** Sends a page, in `speech` where it has a dictionary of its own. `model.title` becomes its title. */
  render<Model extends { readonly title: string }>(
    template: string,
    model: Model,
    options?: PageOptions & { status?: number },
  ): void
  /**
   * Sends a page that is the same for everybody who is not signed in and has nothing to be told: the one on the shelf, or
   * one made now and put there. For anybody else it is made for them alone. Whoever owns the shelf empties it in time.
   */
  renderShared<Model extends { readonly title: string }>(
    template: string,
    model: () => Model,
    shelf: PageShelf,
    options?: { status?: number; language?: Language },
  ): void
  /** 303 to a path of ours; `flash` is said once on the page that follows. */
  redirect(path: string, flash?: MessageKey): void
}

export interface StaffContext extends RequestContext {
  readonly actor: StaffActor
}

/** A young person in their own space. */
export interface YouthContext extends RequestContext {
  readonly youth: LearnerActor
}

export interface ClientContext extends RequestContext {
  readonly client: ClientActor
}

/** Employers, hosts and whoever a share was sent to are not followed: choosing a language there sets no cookie. A file in a language changes no page's. */
const isCookieless = (path: string): boolean => /^\/(v|verify|h|p)(\/|$)|\.(pdf|zip)$/i.test(path)

export function createRequestContext(
  deps: HttpDeps,
  req: Request,
  res: Response,
  actor: StaffActor | undefined,
  youth?: LearnerActor,
): RequestContext {
  const locale = chooseLocale(deps, req, res)
  const t = translator(locale)
  const visit: Visit = { req, res, actor, youth, locale, t }
  return {
    locale,
    language: chooseLanguage(req),
    t,
    actor,
    wantsJson: prefersJson(req),
    render(template, model, options = {}) {
      const { html } = composePage(deps, visit, template, model, options)
      prepareAnswer(res, options.speech?.language ?? options.language ?? locale, options.status)
      res.send(html)
    },
    renderShared(template, model, shelf, { status = 200, language } = {}) {
      const place = placeOf(language ?? locale, req.path)
      const mayShare = actor === undefined && !hasFlash(req)
      const ready = mayShare ? shelf.get(place) : undefined
      const made =
        ready === undefined
          ? composePage(deps, visit, template, model(), { ...(language && { language }) })
          : undefined
      prepareAnswer(res, language ?? locale, status)
      if (made !== undefined && (made.personal || !mayShare)) res.send(made.html)
      else {
        const page = ready ?? packPage(made?.html ?? '', res)
        if (shelf.size < SHELF_PLACES) shelf.set(place, page)
        sendPacked(req, res, page)
      }
    },
    redirect(path, flash) {
      if (flash !== undefined) setCookie(res, FLASH_COOKIE, flash, { secure: deps.secure, maxAge: 60 })
      res.redirect(303, path)
    },
  }
}

function prepareAnswer(res: Response, locale: Language, status = 200): void {
  res.set('Content-Language', locale).vary('Accept-Language')
  if (!res.get('Cache-Control')) res.set('Cache-Control', 'no-store')
  res.status(status).type('html')
}

/** Whether the client would rather have JSON than a page. */
export function prefersJson(req: Request): boolean {
  const best = req.accepts(['text/html', 'application/json', 'application/ld+json', 'application/vc'])
  return best !== false && best !== 'text/html'
}

/** Without a cookie of its own: a stranger is not followed, not even for their language. */
function chooseLanguage(req: Request): Language {
  const asked = req.query['lang']
  if (isLanguage(asked)) return asked
  const kept = readCookie(req, LANGUAGE_COOKIE)
  return isLocale(kept) ? kept : negotiatePublic(req.get('accept-language'))
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
