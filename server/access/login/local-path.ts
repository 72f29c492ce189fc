const ORIGIN = 'http://passerelle.invalid'

/**
 * The page somebody asked for before signing in, when it is one of ours: a path, never another site
 * (`//elsewhere`, `/\elsewhere`), never the doors of signing in and out. Undefined otherwise.
 */
export function localPath(asked: unknown): string | undefined {
  if (typeof asked !== 'string' || !asked.startsWith('/') || !URL.canParse(asked, ORIGIN)) return undefined
  const url = new URL(asked, ORIGIN)
  if (url.origin !== ORIGIN || url.pathname.startsWith('//') || /^\/(login|logout)(\/|$)/.test(url.pathname))
    return undefined
  return `${url.pathname}${url.search}`
}
