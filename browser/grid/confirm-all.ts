import type { Editor } from './editor.ts'

/**
 * « Tout confirmer » as one gesture that can be undone: what each youth declared, in the trainer's empty cells. Somebody
 * absent is left alone, a level that is set stays.
 */
export function confirmAll(editor: Editor): number {
  const values: Record<string, string> = {}
  for (const cell of document.querySelectorAll<HTMLElement>('[data-row] [data-cell][data-declared]')) {
    const row = cell.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? ''
    const field = `${row}.attested:${cell.dataset['cell'] ?? ''}`
    const absent = editor.fields.get(`${row}.attendance`) === 'absent'
    if (!absent && editor.fields.has(field) && editor.fields.get(field) === '')
      values[field] = cell.dataset['declared'] ?? ''
  }
  editor.change(values)
  return Object.keys(values).length
}
