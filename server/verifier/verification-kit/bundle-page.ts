import { join } from 'node:path'
import { build } from 'esbuild'

/** Browsers in which WebCrypto knows Ed25519, the youngest thing the page needs. */
const TARGET = ['chrome137', 'firefox129', 'safari17']

/**
 * The page's script and our own verification code as one classic script: a page opened from a file may not load modules.
 * Nothing in it is fetched later.
 */
export async function bundlePage(projectDir: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    absWorkingDir: projectDir,
    entryPoints: [join('browser', 'verification-kit', 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: TARGET,
    // a package names its own files by it; they are all inside, and none is read
    define: { 'import.meta.url': JSON.stringify('file:///') },
    minify: true,
    legalComments: 'eof',
    charset: 'utf8',
    logLevel: 'silent',
  })
  const [bundle] = outputFiles
  if (bundle === undefined) throw new Error('nothing was bundled')
  return bundle.contents
}
