/** What is put aside, by the Cache API: pages without verdicts, their files, keys, withdrawals, names of skills. */
const CACHE = 'passerelle-verify-1'
export const TRUST = '/verify/trust.json'
/** Where the server shows these pages: there they stand in for nothing. */
export const SHELL = '/verify/here/'

/** What reads QR codes weighs more than all the rest: it is put aside once somebody used it, never before. */
export const isHeavy = (url: string): boolean => url.includes('/assets/wasm/')

export const openKept = (): Promise<Cache> => caches.open(CACHE)

export const shellIn = (language: string): string => `${SHELL}${language}`
export const skillsIn = (language: string): string => `/verify/skills/${language}.json`

/** The languages in which a page is there, the one kept last at the end. */
export async function keptLanguages(kept: Cache): Promise<string[]> {
  const addresses = (await kept.keys()).map(({ url }) => new URL(url).pathname)
  return addresses.filter((path) => path.startsWith(SHELL)).map((path) => path.slice(SHELL.length))
}
