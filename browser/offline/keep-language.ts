import { isHeavy, openKept, keptLanguages, shellIn, skillsIn, TRUST } from './kept.ts'

/**
 * Puts aside, or brings up to date, what a verdict without network needs in a language: keys and withdrawals first,
 * the page last, so that a page that is there is complete. Without network what there was stays.
 */
export async function keepLanguage(language: string): Promise<void> {
  const kept = await openKept()
  const page = await ask(shellIn(language))
  const html = await page.clone().text()
  await Promise.all([
    ...[TRUST, skillsIn(language)].map(async (url) => kept.put(url, await ask(url))),
    ...filesOf(html).map(async (url) => {
      // an address with a hash in it never changes what it says
      if (!isHeavy(url) && (await kept.match(url)) === undefined) await kept.put(url, await ask(url))
    }),
  ])
  await kept.put(shellIn(language), page)
  await dropOldFiles(kept)
}

/** Asked as nobody: what is kept was made for no one. */
async function ask(url: string): Promise<Response> {
  const response = await fetch(url, { credentials: 'omit' })
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return response
}

/** Every file that a page names; `=` stands escaped in it. */
export const filesOf = (html: string): string[] => [
  ...new Set(
    Array.from(html.matchAll(/"(\/assets\/[^"\s]+)"/g), ([, url = '']) => url.replaceAll('&#x3D;', '=')),
  ),
]

/** Files of an older version of these pages. */
async function dropOldFiles(kept: Cache): Promise<void> {
  const used = new Set<string>()
  for (const language of await keptLanguages(kept))
    for (const url of filesOf((await (await kept.match(shellIn(language)))?.text()) ?? '')) used.add(url)
  for (const request of await kept.keys()) {
    const { pathname, search } = new URL(request.url)
    if (pathname.startsWith('/assets/') && !used.has(pathname + search)) await kept.delete(request)
  }
}
