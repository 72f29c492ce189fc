import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Handlebars from 'handlebars'
import { LOCALES, type Locale } from '../../kernel/locale.ts'
import { registerHelpers } from './register-helpers.ts'
import { createAssets, type Assets } from './assets.ts'

/** What every page knows about the request it answers. */
export interface PageContext {
  readonly path: string
  /** Called only by a page that has a form: it may set a cookie. */
  readonly csrfToken?: () => string
  readonly actor?: { readonly name: string; readonly admin: boolean }
  /** A sentence to show once, after a redirect. */
  readonly flash?: string
}

export interface Views {
  /**
   * Renders `templates/<template>.hbs` with `model`, inside `templates/layouts/<layout>.hbs`
   * (`main` unless told, none when null). Everything is escaped unless the template says otherwise.
   */
  render(
    template: string,
    model: object,
    options: { locale: Locale; layout?: string | null; page?: PageContext },
  ): string
  readonly assets: Assets
}

type Template = Handlebars.TemplateDelegate

/** Templates of one folder, compiled on first use and kept. */
export function createViews(templatesDir: string): Views {
  const handlebars = Handlebars.create()
  const assets = createAssets(join(templatesDir, 'assets'))
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
    render(template, model, { locale, layout = 'main', page = { path: '/' } }) {
      const title = 'title' in model ? model.title : ''
      const root = {
        ...model,
        locale,
        page: { ...page, title, languages: LOCALES.map((code) => ({ code, current: code === locale })) },
      }
      const body = load(template)(root)
      return layout === null ? body : load(`layouts/${layout}`)({ ...root, body })
    },
  }
}
