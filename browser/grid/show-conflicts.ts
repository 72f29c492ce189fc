import type { Answer, Conflict } from './answer.ts'
import type { Editor } from './editor.ts'
import { copyOf, fill, part } from './page.ts'

/** Shows both values beside each field that two people changed, and lets the trainer choose. */
export function showConflicts(editor: Editor, { conflicts, refused }: Answer, settled: () => void): void {
  for (const conflict of conflicts) showConflict(editor, conflict, settled)
  for (const { field, sentence } of refused) {
    const place = editor.fields.placeOf(field)
    place?.querySelector('.grid-refused')?.remove()
    const note = copyOf('refused')
    const text = part(note, 'sentence')
    if (text !== undefined) text.textContent = sentence
    place?.append(note)
  }
}

function showConflict(editor: Editor, conflict: Conflict, settled: () => void): void {
  const place = editor.fields.placeOf(conflict.field)
  if (place === undefined) return
  place.querySelector('.grid-conflict')?.remove()
  const box = copyOf('conflict')
  const sentence = part(box, 'sentence')
  if (sentence !== undefined) sentence.textContent = conflict.sentence
  const choice = (name: 'theirs' | 'mine', words: string, value: () => string): void => {
    const button = part(box, name)
    if (button === undefined) return
    button.textContent = fill(button.dataset['say'] ?? '', { value: shorten(words) })
    button.addEventListener('click', () => {
      editor.settle(conflict.field, value(), conflict.current)
      settled()
    })
  }
  choice('theirs', conflict.currentWords, () => conflict.current)
  choice('mine', conflict.typedWords, () => editor.fields.get(conflict.field))
  place.append(box)
}

const SHOWN_MAX = 40
const shorten = (words: string): string =>
  words.length > SHOWN_MAX ? `${words.slice(0, SHOWN_MAX)}…` : words

/** Takes away what is settled, by a button or by changing the field again. */
export function clearSettled(editor: Editor): void {
  for (const name of editor.fields.names) {
    const place = editor.fields.placeOf(name)
    const box = place?.querySelector('.grid-conflict')
    if (!box || editor.sender.conflictAt(name) !== undefined) continue
    const others = editor.fields.names.some(
      (other) => other !== name && editor.fields.placeOf(other) === place && editor.sender.conflictAt(other),
    )
    if (!others) box.remove()
  }
}
