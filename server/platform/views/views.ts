import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Handlebars from 'handlebars'
import { LOCALES, type Language } from '../../kernel/locale.ts'
import type { AnySpeech } from '../i18n/index.ts'
import { registerHelpers } from './register-helpers.ts'
import { createAssets, type Assets } from './assets.ts'
import { createScripts, type Scripts } from './scripts.ts'
import { createWasmFiles, type WasmFiles } from './wasm-files.ts'

/** What every page knows about the request it answers. */
export interface PageContext {
  readonly path: string
  /** Called only by a page that has a form: it may set a cookie. */
  readonly csrfToken?: () => string
  readonly actor?: { readonly name: string; readonly admin: boolean }
  /** The young person whose own space this is. */
  readonly youth?: { readonly name: string }
  /** A sentence to show once, after a redirect. */
  readonly flash?: string
}

export interface Views {
  /**
   * Renders `templates/<template>.hbs` with `model`, inside `templates/layouts/<layout>.hbs`
   * (`main` unless told, none when null). Everything is escaped unless the template says otherwise. A page with a
   * dictionary of its own (`speech`) is written in that language: `{{say}}`, dates, names of countries, `lang`; `{{t}}` is
   * for pages without. `languages` are those the page offers, the platform's own unless told.
   */
  render(
    template: string,
    model: object,
    options: {
      locale: Language
      languages?: readonly Language[]
      layout?: string | null
      page?: PageContext
      speech?: AnySpeech
    },
  ): string
  readonly assets: Assets
  readonly scripts: Scripts
  readonly wasm: WasmFiles
}

type Template = Handlebars.TemplateDelegate

/** Templates of one folder, compiled on first use and kept; the scripts of their pages are in another. */
export function createViews(templatesDir: string, browserDir: string): Views {
  const handlebars = Handlebars.create()
  const scripts = createScripts(browserDir)
  const wasm = createWasmFiles()
  const assets = createAssets(join(templatesDir, 'assets'), scripts, wasm)
  registerHelpers(handlebars, assets)
  for (const file of readdirSync(join(templatesDir, 'partials')).filter((name) => name.endsWith('.hbs')))
    handlebars.registerPartial(
      basename(file, '.hbs'),
      readFileSync(join(templatesDir, 'partials', file), 'utf8'),
    )

  const compiled = new Map<string, Template>()
  const load = (name: string): Template => {
    const known = compiled.get(name)
    if (known) return known
    const source = readFileSync(join(templatesDir, `${name}.hbs`), 'utf8')
    const template = handlebars.compile(source, { strict: false, preventIndent: true })
    compiled.set(name, template)
    return template
  }

  return {
    assets,
    scripts,
    wasm,
    render(
      template,
      model,
      { locale, languages: offered = LOCALES, layout = 'main', page = { path: '/' }, speech },
    ) {
      const title = 'title' in model ? model.title : ''
      const language = speech?.language ?? locale
      const languages = (speech?.languages ?? offered).map((code) => ({ code, current: code === language }))
      const root = { ...model, locale: language, speech, page: { ...page, title, languages } }
      const body = load(template)(root)
      return layout === null ? body : load(`layouts/${layout}`)({ ...root, body })
    },
  }
}
