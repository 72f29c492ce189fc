/** What the worker answers; everything else it does not touch. */
export type Asked = 'verdict' | 'asset'

/** A verdict's page or `/verify`, in capitals or not, as a page; and files that such pages are made of. */
export function whatIsAsked(
  { method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>,
  origin: string,
): Asked | undefined {
  const { origin: from, pathname } = new URL(url)
  if (method !== 'GET' || from !== origin) return undefined
  if (mode === 'navigate') return /^\/(v\/[^/]+|verify)\/?$/i.test(pathname) ? 'verdict' : undefined
  return pathname.startsWith('/assets/') ? 'asset' : undefined
}
