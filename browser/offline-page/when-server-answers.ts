import { TRUST } from '../offline/kept.ts'

/** A network that came back without telling, or that was only too slow. */
const ASK_AGAIN_MS = 20_000

/**
 * Calls `back` when the server can be had again. That the device is « online » says little: it may be for a moment, or in
 * a network that leads nowhere.
 */
export function whenServerAnswers(back: () => void): void {
  const ask = async (): Promise<void> => {
    if (!navigator.onLine || document.visibilityState === 'hidden') return
    const answer = await fetch(TRUST, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined)
    if (answer?.ok === true) back()
  }
  window.addEventListener('online', () => void ask())
  setInterval(() => void ask(), ASK_AGAIN_MS)
}
