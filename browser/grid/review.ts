import type { Editor } from './editor.ts'
import { setText } from './show-standing.ts'

const PAUSE_MS = 400
const AGAIN_MS = 5000

/** What will be signed, under the grid: always what the server has, and signed by one press when nothing waits. */
export interface Review {
  /** The grid changed: the list is old. */
  outdated(): void
  /** Says whether one may sign, and what it waits for. */
  show(): void
}

export function createReview(editor: Editor): Review {
  const section = document.querySelector<HTMLElement>('[data-signing]')
  let old = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const refresh = async (): Promise<void> => {
    if (section === null || !old || !editor.atRest()) return
    try {
      const response = await fetch(`${editor.page.path}/signing`, { headers: { accept: 'text/html' } })
      if (!response.ok || response.redirected) throw new Error('no list')
      const html = await response.text()
      if (!editor.atRest()) return
      old = false
      section.innerHTML = html
    } catch {
      later(AGAIN_MS)
    }
    show()
  }
  const later = (pause: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void refresh(), pause)
  }
  const reason = (): string => {
    const { say } = editor.page
    const { conflicts, closed } = editor.sender.standing()
    if (conflicts > 0) return say('waits-choice')
    if (!editor.atRest() || closed) return say('waits-queue')
    return old ? say('review-wait') : ''
  }
  const show = (): void => {
    const form = section?.querySelector<HTMLFormElement>('[data-sign-form]')
    if (!form) return
    form.hidden = false
    const why = reason()
    const place = form.querySelector<HTMLElement>('[data-sign-reason]')
    if (place !== null) setText(place, why)
    const button = form.querySelector<HTMLButtonElement>('button[type="submit"]')
    button?.setAttribute('aria-disabled', String(why !== ''))
    if (old && editor.atRest()) later(PAUSE_MS)
  }
  section?.addEventListener('submit', (event) => {
    if (reason() !== '') event.preventDefault()
  })
  return {
    outdated() {
      old = true
      show()
    },
    show,
  }
}
