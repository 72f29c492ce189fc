import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KitData } from '../../../browser/verification-kit/kit-data.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { DEFAULT_LOCALE, LOCALES } from '../../kernel/locale.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import type { Views } from '../../platform/views/index.ts'
import { didWebUrl, pinnedContext, pinnedContextUrls } from '../../vc/index.ts'
import { bundlePage } from './bundle-page.ts'
import { readKitSources, type KitSources, type KitSourcesDeps } from './kit-sources.ts'
import { KIT_VERDICTS, kitTexts } from './kit-texts.ts'

export interface KitFilesDeps extends KitSourcesDeps {
  readonly views: Views
  readonly platformName: string
  /** The root of this installation, where templates and the page's source are. */
  readonly projectDir: string
}

/** Path inside the kit, with `/`, and content. */
export type KitFiles = Map<string, string | Uint8Array>

export const MANIFEST = 'manifest.json'
export const KIT_FORMAT = 'passerelle-verification-kit/1'

/** Every file of the kit. Put at the root of a web server with our name, DIDs and lists are found where they were. */
export async function kitFiles(deps: KitFilesDeps): Promise<KitFiles> {
  const madeAt = isoInstant(deps.clock.now())
  const sources = await readKitSources(deps)
  const files: KitFiles = new Map()
  await addPage(files, deps, { ...sources, madeAt, texts: kitTexts() })
  const dids = addDids(files, deps, sources)
  const statusLists = addLists(files, deps, sources)
  const contexts = await addContexts(files)
  const digests = [...files].map(([path, content]) => [path, sha256(content)] as const)
  const { publicUrl, platformName: platform } = deps
  const manifest = { format: KIT_FORMAT, madeAt, platform, publicUrl, dids, statusLists, contexts }
  files.set(MANIFEST, `${JSON.stringify({ ...manifest, sha256: Object.fromEntries(digests) }, null, 2)}\n`)
  return files
}

const ASSETS = [
  'css/site.css',
  'css/verdict.css',
  'css/kit.css',
  'fonts/atkinson-hyperlegible-regular.woff2',
  'fonts/atkinson-hyperlegible-bold.woff2',
  'fonts/atkinson-hyperlegible-regular-others.woff2',
  'fonts/atkinson-hyperlegible-bold-others.woff2',
  'fonts/OFL.txt',
  'img/favicon.svg',
]

async function addPage(files: KitFiles, deps: KitFilesDeps, data: KitData & KitSources): Promise<void> {
  const { signedLists: _bytes, ...kit } = data
  for (const locale of LOCALES) {
    const model = {
      platformName: deps.platformName,
      made: formatDate(locale, kit.madeAt),
      verdicts: KIT_VERDICTS.map((verdict) => ({ verdict, image: `verdict-${verdict}` })),
      voices: ['declared', 'attested', 'confirmed'],
      pages: LOCALES.map((code) => ({ code, href: pageName(code), current: code === locale })),
    }
    const page = deps.views.render('verifier/verification-kit/page', model, { locale, layout: null })
    files.set(pageName(locale), page)
  }
  for (const path of ASSETS)
    files.set(`kit/${path}`, await readFile(join(deps.projectDir, 'templates', 'assets', path)))
  files.set('kit/verify.js', await bundlePage(deps.projectDir))
  // twice: the inner text is JSON, the outer one JavaScript, in which `__proto__` would not be a name like others
  files.set('kit/data.js', `globalThis.passerelleKit = JSON.parse(${JSON.stringify(JSON.stringify(kit))})\n`)
}

const pageName = (locale: string): string => (locale === DEFAULT_LOCALE ? 'index.html' : `${locale}.html`)

function addDids(files: KitFiles, deps: KitFilesDeps, { issuers }: KitSources): Record<string, string> {
  const published = Object.entries(issuers).filter(([did]) => did.startsWith('did:web:'))
  const places = published.map(([did, document]) => {
    const path = placeOf(didWebUrl(did), deps.publicUrl)
    files.set(path, `${JSON.stringify(document, null, 2)}\n`)
    return [did, path] as const
  })
  return Object.fromEntries(places)
}

function addLists(files: KitFiles, deps: KitFilesDeps, { signedLists }: KitSources): Record<string, string> {
  const places = signedLists.map(({ url, signed }) => {
    const path = placeOf(url, deps.publicUrl)
    files.set(path, signed)
    return [url, path] as const
  })
  return Object.fromEntries(places)
}

async function addContexts(files: KitFiles): Promise<Record<string, string>> {
  const places: Record<string, string> = {}
  for (const url of pinnedContextUrls()) {
    const { hostname, pathname } = new URL(url)
    const path = `contexts/${hostname}${pathname.endsWith('.json') ? pathname : `${pathname}.json`}`
    files.set(path, `${JSON.stringify(await pinnedContext(url), null, 2)}\n`)
    places[url] = path
  }
  return places
}

/** The path of one of our URLs; of a former public URL, in a folder of that name. */
function placeOf(address: string, publicUrl: string): string {
  const { origin, host, pathname } = new URL(address)
  const path = pathname.slice(1)
  return origin === publicUrl ? path : `former/${host.replace(':', '_')}/${path}`
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
