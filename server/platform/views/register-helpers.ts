import type Handlebars from 'handlebars'
import { DEFAULT_LOCALE, isLanguage, type Language } from '../../kernel/locale.ts'
import {
  countryName,
  formatDate,
  languageName,
  translator,
  type DateStyle,
  type PublicMessageKey,
  type AnySpeech,
} from '../i18n/index.ts'
import type { Assets } from './assets.ts'

type Instance = typeof Handlebars
interface RootData {
  readonly locale?: unknown
  readonly speech?: AnySpeech
  readonly page?: { readonly csrfToken?: () => string }
}

const STYLES: readonly DateStyle[] = ['long', 'short', 'month', 'time']

function rootOf(options: Handlebars.HelperOptions): RootData {
  return (options.data as { root: RootData }).root
}

/** The language of the page. */
function languageOf(options: Handlebars.HelperOptions): Language {
  const { locale } = rootOf(options)
  return isLanguage(locale) ? locale : DEFAULT_LOCALE
}

/** « Deutsch »: how a language calls itself. */
function ownName(language: Language): string {
  const name = languageName(language, language)
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1)
}

/** The few helpers templates have: words, dates, names, assets, the CSRF field. No logic beyond equality. */
export function registerHelpers(handlebars: Instance, assets: Assets): void {
  handlebars.registerHelper('t', (key: string, options: Handlebars.HelperOptions) =>
    translator(languageOf(options))(key as PublicMessageKey, options.hash as Record<string, string | number>),
  )
  handlebars.registerHelper('say', (key: string, options: Handlebars.HelperOptions) => {
    const { speech } = rootOf(options)
    if (speech === undefined) throw new Error(`no dictionary for ${key}`)
    return speech.say(key as never, options.hash as Record<string, string | number>)
  })
  handlebars.registerHelper('nameIn', (code: unknown) => (isLanguage(code) ? ownName(code) : ''))
  handlebars.registerHelper('date', (value: unknown, style: unknown, options?: Handlebars.HelperOptions) => {
    const known = STYLES.find((name) => name === style) ?? 'long'
    const given = options ?? (style as Handlebars.HelperOptions)
    return typeof value === 'string' ? formatDate(languageOf(given), value, known) : ''
  })
  handlebars.registerHelper('country', (code: unknown, options: Handlebars.HelperOptions) =>
    typeof code === 'string' ? countryName(languageOf(options), code) : '',
  )
  handlebars.registerHelper('languageName', (code: unknown, options: Handlebars.HelperOptions) =>
    typeof code === 'string' ? languageName(languageOf(options), code) : '',
  )
  handlebars.registerHelper('eq', (left: unknown, right: unknown) => left === right)
  handlebars.registerHelper('asset', (path: string) => assets.url(path))
  handlebars.registerHelper('icon', (name: string) => new handlebars.SafeString(assets.icon(name)))
  handlebars.registerHelper('script', (name: string) => {
    const source = handlebars.escapeExpression(assets.script(name))
    return new handlebars.SafeString(`<script type="module" src="${source}"></script>`)
  })
  // for what a script loads by itself, when somebody asks for it
  handlebars.registerHelper('scriptUrl', (name: string) => assets.script(name))
  handlebars.registerHelper('wasmUrl', (name: string) => assets.wasm(name))
  handlebars.registerHelper(
    'csrfToken',
    (options: Handlebars.HelperOptions) => rootOf(options).page?.csrfToken?.() ?? '',
  )
  handlebars.registerHelper('csrf', (options: Handlebars.HelperOptions) => {
    const token = rootOf(options).page?.csrfToken?.() ?? ''
    const value = handlebars.escapeExpression(token)
    return new handlebars.SafeString(`<input type="hidden" name="_csrf" value="${value}">`)
  })
}
