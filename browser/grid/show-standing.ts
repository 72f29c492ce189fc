import type { Editor } from './editor.ts'

/** One line says how it stands: saved, being saved, kept on this device, to be chosen. */
export function showStanding(editor: Editor, everSaved: boolean): void {
  const line = document.querySelector<HTMLElement>('[data-status]')
  const { say } = editor.page
  const { waiting, conflicts, stuck, closed } = editor.sender.standing()
  const words = (): string => {
    if (conflicts > 0) return say(conflicts === 1 ? 'conflicts-one' : 'conflicts-many', { count: conflicts })
    if (waiting > 0 && (stuck || closed))
      return say(waiting === 1 ? 'queued-one' : 'queued-many', { count: waiting })
    if (!editor.atRest()) return say('saving')
    return everSaved ? say('saved') : ''
  }
  if (line !== null) setText(line, words())
  line?.classList.toggle('grid-status--waits', conflicts > 0 || (waiting > 0 && stuck))
  const undo = document.querySelector<HTMLButtonElement>('[data-undo]')
  if (undo !== null) undo.disabled = !editor.queue.canUndo || closed
}

/** Says it once more only when it is different: a screen reader would repeat it. */
export function setText(place: HTMLElement, words: string): void {
  if (place.textContent !== words) place.textContent = words
}
