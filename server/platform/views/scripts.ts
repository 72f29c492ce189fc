import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

/** A script as a browser gets it. */
export interface Script {
  /** `/assets/js/<name>.js?v=<hash>`: another content has another address. */
  readonly url: string
  readonly source: string
}

/** The scripts that run in a visitor's browser: `browser/<name>/main.ts` and what it imports, as one module. */
export interface Scripts {
  /** Bundled on first use and kept. Undefined when there is no script of that name. */
  find(name: string): Script | undefined
}

/** Five years of telephones: a phone that is handed down still runs it. */
const TARGET = ['chrome109', 'firefox115', 'safari15.4']

export function createScripts(browserDir: string): Scripts {
  const scripts = new Map<string, Script>()
  return {
    find(name) {
      const known = scripts.get(name)
      if (known !== undefined || !/^[a-z]+(-[a-z]+)*$/.test(name)) return known
      const entry = join(browserDir, name, 'main.ts')
      if (!existsSync(entry)) return undefined
      const script = bundle(entry, name)
      scripts.set(name, script)
      return script
    },
  }
}

function bundle(entry: string, name: string): Script {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: TARGET,
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
  })
  const source = outputFiles[0]?.text ?? ''
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 12)
  return { url: `/assets/js/${name}.js?v=${hash}`, source }
}
