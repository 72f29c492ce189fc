const POLL_MS = 800
const MISSES_MAX = 5

/** How far the work is. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly isOver: boolean
}

/**
 * A page while work is under way on the server: the bar and the sentence of its `[data-progress]` section follow, and the
 * page comes anew when the work is over. The section names the address that is asked and, in `data-say`, the sentence.
 */
export function followProgress<Answer>(read: (answer: Answer) => Progress): void {
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
      const { done, total, isOver } = read((await response.json()) as Answer)
      misses = 0
      bar.max = total
      bar.value = done
      line.textContent = say.replace('{done}', String(done)).replace('{total}', String(total))
      if (isOver) {
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
