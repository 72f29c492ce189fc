/** The part of a service worker's world that is used here (Service Workers, 4); the compiler's own is for pages. */
export interface WorkerScope {
  readonly registration: { readonly navigationPreload?: { enable(): Promise<void> } }
  readonly location: Location
  readonly navigator: { readonly languages: readonly string[] }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void
  addEventListener(type: 'message', listener: (event: LifeEvent & { readonly data: unknown }) => void): void
  addEventListener(type: 'fetch', listener: (event: AskEvent) => void): void
}

export interface LifeEvent {
  waitUntil(work: Promise<unknown>): void
}

export interface AskEvent extends LifeEvent {
  readonly request: Request
  /** What the browser asked for by itself while the worker woke up; older ones (Safari 15.3, Firefox 98) ask nothing. */
  readonly preloadResponse?: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}
