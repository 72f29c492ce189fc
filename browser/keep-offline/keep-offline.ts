/**
 * Where the worker may answer: `/v/…` and `/verify`, and the same in capitals, as QR codes write it. Every other page, a
 * young person's or a trainer's, is out of its reach: the browser itself sees to that.
 */
const SCOPES = ['/v', '/V']

/**
 * Once the page is there, has what a verdict without network needs put aside, or brought up to date. Nobody is
 * recognised by it, and nothing of this visit is in it.
 */
export function keepOffline(): void {
  if (document.readyState === 'complete') void keep()
  else window.addEventListener('load', () => void keep(), { once: true })
}

async function keep(): Promise<void> {
  try {
    const [registration] = await Promise.all(
      SCOPES.map((scope) => navigator.serviceWorker.register('/sw.js', { scope, updateViaCache: 'none' })),
    )
    const worker = registration?.active ?? registration?.waiting ?? registration?.installing
    worker?.postMessage({ keep: document.documentElement.lang })
  } catch {
    // a private window, a page without https, an old browser: the page works as it always did
  }
}
