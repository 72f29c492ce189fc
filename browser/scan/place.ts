/** What the page says while it scans; the words are the page's, in its language. */
export type Word =
  'opening' | 'looking' | 'patience' | 'going' | 'address' | 'text' | 'denied' | 'none' | 'failed'

/** The part of the page that scans (`templates/partials/scan.hbs`). */
export interface Place {
  readonly video: HTMLVideoElement
  readonly readerScript: string
  readonly readerWasm: string
  /** Shows the button; `close` is for the other one, Escape, and a page that is left or hidden. */
  offer(open: () => void, close: () => void): void
  showCamera(shown: boolean): void
  /** Nothing without a word. What was read before is gone. */
  say(word?: Word): void
  /** What was read, as text: nothing of it is followed. */
  show(text: string): void
  /** Puts a document into the page's form and sends it; says whether there is such a form. */
  submit(text: string): boolean
}

/** Undefined on a page, or in a window of it, that has no such part. */
export function findPlace(): Place | undefined {
  const root = document.querySelector<HTMLElement>('[data-scan]')
  const part = <Kind extends HTMLElement>(name: string): Kind | null =>
    root?.querySelector<Kind>(`[data-scan-${name}]`) ?? null
  const [open, close] = [part<HTMLButtonElement>('open'), part<HTMLButtonElement>('close')]
  const [view, video] = [part('view'), part<HTMLVideoElement>('video')]
  const [status, read] = [part('status'), part('read')]
  if (!root || !open || !close || !view || !video || !status || !read) return undefined
  return {
    video,
    readerScript: root.dataset['reader'] ?? '',
    readerWasm: root.dataset['wasm'] ?? '',
    offer: (onOpen, onClose) => {
      open.addEventListener('click', onOpen)
      close.addEventListener('click', () => {
        onClose()
        open.focus()
      })
      closeWith(view, onClose)
      root.hidden = false
    },
    showCamera(shown) {
      const held = view.contains(document.activeElement)
      view.hidden = !shown
      open.hidden = shown
      // whoever pressed a button that is gone now finds the other one under their fingers
      if (shown) close.focus()
      else if (held) open.focus()
    },
    say(word) {
      const words = word === undefined ? '' : (status.dataset[word] ?? '')
      if (status.textContent !== words) status.textContent = words
      read.hidden = true
    },
    show(text) {
      read.textContent = text
      read.hidden = false
    },
    submit(text) {
      const field = document.querySelector<HTMLTextAreaElement>('textarea[name="document"]')
      if (!field?.form) return false
      field.value = text
      field.form.requestSubmit()
      return true
    },
  }
}

/** No camera films on a page that nobody looks at. */
function closeWith(view: HTMLElement, close: () => void): void {
  const closeIfOpen = (): void => {
    if (!view.hidden) close()
  }
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') closeIfOpen()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') closeIfOpen()
  })
  window.addEventListener('pagehide', closeIfOpen)
}
