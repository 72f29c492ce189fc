import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Style sheets, scripts, fonts and icons; addressed by content so that a browser keeps them for a year. */
export interface Assets {
  /** `css/site.css` → `/assets/css/site.css?v=<hash>` */
  url(path: string): string
  /** The source of `icons/<name>.svg`. */
  icon(name: string): string
}

export function createAssets(dir: string): Assets {
  const urls = new Map<string, string>()
  const icons = new Map<string, string>()
  return {
    url(path) {
      const known = urls.get(path)
      if (known !== undefined) return known
      const hash = createHash('sha256')
        .update(readFileSync(join(dir, path)))
        .digest('hex')
        .slice(0, 12)
      const url = `/assets/${path}?v=${hash}`
      urls.set(path, url)
      return url
    },
    icon(name) {
      const known = icons.get(name)
      if (known !== undefined) return known
      const source = readFileSync(join(dir, 'icons', `${name}.svg`), 'utf8').trim()
      const svg = source.replace(/^<svg/, '<svg class="icon" aria-hidden="true" focusable="false"')
      icons.set(name, svg)
      return svg
    },
  }
}
