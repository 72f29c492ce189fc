import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scripts } from './scripts.ts'
import type { WasmFiles } from './wasm-files.ts'

/** Style sheets, scripts, fonts and icons; addressed by content so that a browser keeps them for a year. */
export interface Assets {
  /** `css/site.css` → `/assets/css/site.css?v=<hash>` */
  url(path: string): string
  /** Where a browser finds the script `browser/<name>`. */
  script(name: string): string
  /** Where a browser finds the WebAssembly `name`, when somebody asks for what needs it. */
  wasm(name: string): string
  /** The source of `icons/<name>.svg`. */
  icon(name: string): string
}

export function createAssets(dir: string, scripts: Scripts, wasm: WasmFiles): Assets {
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
    script(name) {
      const script = scripts.find(name)
      if (script === undefined) throw new Error(`no script ${name}`)
      return script.url
    },
    wasm(name) {
      const file = wasm.find(name)
      if (file === undefined) throw new Error(`no WebAssembly ${name}`)
      return file.url
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
