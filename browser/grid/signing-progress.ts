import { fill } from './page.ts'

const POLL_MS = 600
const MISSES_MAX = 5

/** The page while a session is being signed: the bar follows, and the result is shown when nothing is left to do. */
export function followSigning(): void {
  const section = document.querySelector<HTMLElement>('[data-progress]')
  const bar = section?.querySelector('progress')
  const line = section?.querySelector<HTMLElement>('[role="status"]')
  if (!section || !bar || !line) return
  const { progress: address = '', say = '' } = section.dataset
  let misses = 0
  const ask = async (): Promise<void> => {
    try {
      const response = await fetch(address, { headers: { accept: 'application/json' } })
      if (!response.ok) throw new Error('no progress')
      const { total, signed, failed } = (await response.json()) as Record<
        'total' | 'signed' | 'failed',
        number
      >
      misses = 0
      bar.max = total
      bar.value = signed
      line.textContent = fill(say, { done: signed, total })
      if (signed + failed >= total) {
        location.reload()
        return
      }
    } catch {
      misses += 1
    }
    setTimeout(() => void ask(), misses > MISSES_MAX ? POLL_MS * 10 : POLL_MS)
  }
  void ask()
}
