import { copyOf, part } from '../parts/parts.ts'
import type { Meeting } from './pairs.ts'

export interface ShownMeeting {
  readonly meeting: Meeting
  readonly tone: 'success' | 'info' | 'warning' | 'danger'
  readonly title: string
  readonly text: string
  /** Who spoke, where both say yes. */
  readonly voices: readonly string[]
}

/** Puts the sentence where the page keeps a place for it; a screen reader says it then. */
export function showMeeting(place: HTMLElement, shown: ShownMeeting): void {
  const notice = copyOf(`phone-${shown.tone}`)
  notice.setAttribute('data-meeting', shown.meeting)
  const voices = shown.voices.map((text) => {
    const voice = copyOf('phone-voice')
    part(voice, 'span').textContent = text
    return voice
  })
  notice.querySelector('.phone__voices')?.append(...voices)
  part(notice, 'strong').textContent = shown.title
  part(notice, '.phone__text').textContent = shown.text
  if (shown.text === '') part(notice, '.phone__text').remove()
  place.replaceChildren(notice)
}
