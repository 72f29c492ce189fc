import type { Request, Response } from 'express'
import { LANGUAGES, type Language, type Locale } from '../../kernel/locale.ts'
import type { LearnerActor, StaffActor } from '../../kernel/roles.ts'
import type { MessageKey, AnySpeech, Translate } from '../i18n/index.ts'
import { clearCookie, readCookie } from './cookies.ts'
import type { HttpDeps } from './routes-types.ts'

/** The cookie of a sentence that the next page says once. */
export const FLASH_COOKIE = 'passerelle_flash'

/** A request, and who asks. */
export interface Visit {
  readonly req: Request
  readonly res: Response
  readonly actor: StaffActor | undefined
  readonly youth: LearnerActor | undefined
  readonly locale: Locale
  readonly t: Translate
}

export interface PageOptions {
  readonly layout?: string
  /** A dictionary of its own. */
  readonly speech?: AnySpeech
  /** Of a page that strangers read, offered in all the public languages. */
  readonly language?: Language
}

export interface ComposedPage {
  readonly html: string
  /** Whether something of it is for this visitor alone: a name, a sentence after a redirect, a form's token. */
  readonly personal: boolean
}

/** A page as HTML, in the visitor's language and for their eyes. */
export function composePage(
  deps: HttpDeps,
  visit: Visit,
  template: string,
  model: object,
  { layout, speech, language }: PageOptions = {},
): ComposedPage {
  const { req, res, actor, youth, locale } = visit
  const flash = takeFlash(deps, visit)
  let personal = actor !== undefined || youth !== undefined || flash !== undefined
  const html = deps.views.render(template, model, {
    locale: language ?? locale,
    ...(language === undefined ? {} : { languages: LANGUAGES }),
    ...(layout === undefined ? {} : { layout }),
    ...(speech === undefined ? {} : { speech }),
    page: {
      path: req.path,
      csrfToken: () => {
        personal = true
        return deps.csrf.token(req, res)
      },
      ...(actor === undefined ? {} : { actor: { name: actor.name, admin: actor.admin } }),
      ...(youth === undefined ? {} : { youth: { name: youth.name } }),
      ...(flash === undefined ? {} : { flash }),
    },
  })
  return { html, personal }
}

export const hasFlash = (req: Request): boolean => readCookie(req, FLASH_COOKIE) !== undefined

function takeFlash(deps: HttpDeps, { req, res, t }: Visit): string | undefined {
  const key = readCookie(req, FLASH_COOKIE)
  if (key === undefined) return undefined
  clearCookie(res, FLASH_COOKIE, { secure: deps.secure })
  try {
    return t(key as MessageKey)
  } catch {
    return undefined
  }
}
