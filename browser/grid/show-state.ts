import type { GridState, RowState } from './answer.ts'
import type { Editor } from './editor.ts'
import { copyOf, part, showNotice } from './page.ts'

/** How long a value that came from somebody else is marked. */
const FRESH_MS = 4000

const rowElement = (id: string): HTMLElement | null => document.querySelector(`[data-row="${id}"]`)

/** Shows what the server says: fields, what the youths declared, how ready each row is. */
export function showState(editor: Editor, state: GridState): readonly string[] {
  const different = editor.accept(state)
  const summary = document.querySelector<HTMLElement>('[data-summary]')
  if (summary !== null) summary.textContent = state.summary
  if (state.signed) showNotice('signed')
  for (const row of state.rows) {
    const element = rowElement(row.id)
    if (element === null) continue
    for (const [code, said] of Object.entries(row.said)) {
      const cell = element.querySelector<HTMLElement>(`[data-cell="${code}"]`)
      if (cell === null) continue
      const before = JSON.stringify(cell.dataset)
      setOrDrop(cell, 'declared', row.sheet[`declared:${code}`])
      setOrDrop(cell, 'declaredWords', said.declared)
      setOrDrop(cell, 'confirmedWords', said.confirmed)
      if (before !== JSON.stringify(cell.dataset)) followChoice(editor, cell)
    }
    showHalfDays(editor, element, row)
    showRowState(element, row.state)
  }
  for (const name of different) {
    const place = editor.fields.placeOf(name)
    const cell = place?.closest<HTMLElement>('[data-cell]')
    if (cell) followChoice(editor, cell)
    place?.classList.add('is-fresh')
    setTimeout(() => place?.classList.remove('is-fresh'), FRESH_MS)
  }
  return different
}

function setOrDrop(cell: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined || value === '') Reflect.deleteProperty(cell.dataset, name)
  else cell.dataset[name] = value
}

/** Once half-days are noted the attendance is not chosen here any more, and is again when all of them are taken back. */
function showHalfDays({ fields }: Editor, element: HTMLElement, { id, halfDays }: RowState): void {
  const link = element.querySelector<HTMLElement>('[data-half-days]')
  if (link === null) return
  link.textContent = halfDays ?? ''
  link.hidden = halfDays === undefined
  const choice = fields.placeOf(`${id}.attendance`)?.querySelector('select')
  if (choice) choice.hidden = halfDays !== undefined
}

function showRowState(row: HTMLElement, { ready, words }: { ready: boolean; words: string }): void {
  const place = row.querySelector<HTMLElement>('[data-state]')
  if (place === null || place.textContent.trim() === words) return
  const shown = copyOf(ready ? 'ready' : 'open')
  const text = shown.querySelector('span span') ?? shown.querySelector('span')
  if (text !== null) text.textContent = words
  place.replaceChildren(shown)
}

/** The dots follow the level chosen, a cell where the trainer says something else than the youth is marked. */
export function followChoice(editor: Editor, cell: HTMLElement): void {
  const row = cell.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? ''
  const code = cell.dataset['cell'] ?? ''
  const level = editor.fields.get(`${row}.attested:${code}`)
  const { declared } = cell.dataset
  const marked = cell.matches('td') ? 'grid__cell--different' : 'one-level--different'
  cell.classList.toggle(marked, level !== '' && declared !== undefined && declared !== level)
  const dots = cell.querySelector<SVGElement>('.grid__dots .dots')
  if (dots !== null) dots.dataset['level'] = level
  const said = cell.querySelector<HTMLElement>('[data-said]')
  if (said !== null) said.replaceChildren(saidOf(editor, cell, level))
}

function saidOf(editor: Editor, cell: HTMLElement, level: string): DocumentFragment {
  const said = copyOf('said')
  const { declared, declaredWords, confirmedWords } = cell.dataset
  const same = declared !== undefined && declared === level
  write(part(said, 'declared'), same ? editor.page.say('as-declared') : declaredWords)
  write(part(said, 'confirmed'), confirmedWords)
  if (level !== 'not-yet') part(said, 'space')?.remove()
  return said
}

function write(place: HTMLElement | undefined, words: string | undefined): void {
  const text = place?.querySelector('span')
  if (words === undefined) place?.remove()
  else if (text) text.textContent = words
}
