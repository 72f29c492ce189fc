import type { Editor } from './editor.ts'

/** Opens what a button opens, where the browser can. */
function openPop(id: string): void {
  const pop = document.getElementById(id)
  if (pop !== null && 'showPopover' in pop && !pop.matches(':popover-open')) pop.showPopover()
}

/**
 * Keys inside the cells of the grid. The cells stay the browser's own lists: up, down, space and the letters that a
 * screen reader passes on do in them what they do everywhere. Left and right, which a closed list does not need, go
 * across; Enter goes down as in a spreadsheet.
 */
export function followKeys(editor: Editor, chosen: (cell: HTMLElement) => void): void {
  const table = document.querySelector<HTMLTableElement>('table.grid')
  table?.addEventListener('keydown', (event) => {
    const select = event.target
    if (!(select instanceof HTMLSelectElement) || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === '?') {
      openPop('grid-keys')
      event.preventDefault()
      return
    }
    const target = neighbour(select, event)
    if (target !== undefined) {
      event.preventDefault()
      target?.focus()
      return
    }
    const cell = select.closest<HTMLElement>('[data-cell]')
    if (cell === null) return
    if (event.key.toLowerCase() === 'o') {
      openPop(`pop-${select.name.replace('.attested:', '.note:')}`)
      event.preventDefault()
      return
    }
    const level = levelFor(event.key, select)
    if (level === undefined) return
    event.preventDefault()
    editor.fields.set(select.name, level)
    editor.commit(select.name)
    chosen(cell)
  })
}

/** Which level a key sets: its rank, nothing, or « pas encore »; undefined for any other key. */
function levelFor(key: string, select: HTMLSelectElement): string | undefined {
  if (key === '0' || key === 'Backspace' || key === 'Delete') return ''
  if (key.toLowerCase() === 'p') return 'not-yet'
  if (!/^[1-6]$/.test(key)) return undefined
  const levels = [...select.options]
    .map(({ value }) => value)
    .filter((value) => value !== '' && value !== 'not-yet')
  return levels[Number(key) - 1]
}

/** Where a key goes from here: undefined when it is none of ours, null at an edge. */
function neighbour(
  from: HTMLSelectElement,
  { key, shiftKey }: KeyboardEvent,
): HTMLSelectElement | null | undefined {
  const row = from.closest('tr')
  if (row === null) return undefined
  const own = [...row.querySelectorAll<HTMLSelectElement>('select:not([hidden])')]
  const column = own.indexOf(from)
  if (key === 'ArrowLeft') return own[column - 1] ?? null
  if (key === 'ArrowRight') return own[column + 1] ?? null
  if (key !== 'Enter') return undefined
  const next = shiftKey ? row.previousElementSibling : row.nextElementSibling
  return next?.querySelectorAll<HTMLSelectElement>('select:not([hidden])')[column] ?? null
}

/** Ctrl or Cmd + Z, except in a text, which has its own. */
export function followUndoKey(undo: () => void): void {
  document.addEventListener('keydown', (event) => {
    const inText =
      event.target instanceof HTMLTextAreaElement ||
      (event.target instanceof HTMLInputElement && event.target.type !== 'radio')
    if (inText || event.shiftKey || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z')
      return
    event.preventDefault()
    undo()
  })
}
