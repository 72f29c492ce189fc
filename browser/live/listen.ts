/** How long a page waits before it asks again when the server has no place for one more listener. */
const ASK_AGAIN_MS = 15_000

/**
 * Follows a stream of the server. `changed` is called with the ids of what changed, and without any whenever the page
 * (re)connects: what was missed is unknown, so it reads everything anew. Only a page in sight listens: a browser has six
 * connections for all tabs together.
 */
export function listen(url: string, changed: (ids: readonly string[]) => void): void {
  let source: EventSource | undefined
  let later: ReturnType<typeof setTimeout> | undefined

  const open = (): void => {
    clearTimeout(later)
    if (source !== undefined || document.visibilityState === 'hidden') return
    const opened = new EventSource(url)
    source = opened
    opened.addEventListener('ready', () => changed([]))
    opened.addEventListener('change', (event) => changed(idsOf(event)))
    opened.addEventListener('error', () => {
      // a broken line reconnects by itself; a refusal does not: then the page reads the state itself now and then
      if (opened.readyState !== EventSource.CLOSED) return
      close()
      later = setTimeout(() => {
        changed([])
        open()
      }, ASK_AGAIN_MS)
    })
  }
  const close = (): void => {
    source?.close()
    source = undefined
  }
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'hidden' ? close() : open(),
  )
  // a page kept for « back » would hold its line and be shown with what was true when it was left
  window.addEventListener('pagehide', close)
  window.addEventListener('pageshow', open)
  open()
}

function idsOf(event: MessageEvent<unknown>): readonly string[] {
  try {
    const { ids } = JSON.parse(String(event.data)) as { ids?: unknown }
    return Array.isArray(ids) ? ids.map(String) : []
  } catch {
    return []
  }
}
