import { readLevelLine, type LineColumn, type LineMark } from '../../server/kernel/level-line.ts'
import { fill } from './page.ts'

interface Column extends LineColumn {
  readonly short: string
  readonly words: readonly string[]
}

/** The paper grid while it is typed: each line in words as one types, Enter to the next line. */
export function followTyping(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-typing]')
  if (form === null) return
  const columns = [...document.querySelectorAll<HTMLElement>('[data-columns] > li')].map((item): Column => ({
    short: item.dataset['short'] ?? '',
    levels: listOf(item.dataset['levels']),
    words: listOf(item.dataset['words']),
  }))
  const inputs = [...form.querySelectorAll<HTMLInputElement>('.typing__input')]
  const echo = (input: HTMLInputElement): void => {
    const place = input.parentElement?.querySelector<HTMLElement>('[data-echo]')
    if (!place) return
    const { marks } = readLevelLine(input.value, columns)
    const words = marks.map((mark, index) => inWords(mark, columns[index], form.dataset['sayNotYet'] ?? ''))
    const missing = columns.length - marks.length
    const rest =
      input.value.trim() !== '' && missing > 0
        ? [fill(form.dataset['sayShort'] ?? '', { count: missing })]
        : []
    place.textContent = [...words, ...rest].join(' · ')
    place.classList.toggle(
      'typing__echo--wrong',
      marks.length > columns.length || marks.some((mark) => 'wrong' in mark),
    )
  }
  for (const [index, input] of inputs.entries()) {
    echo(input)
    input.addEventListener('input', () => echo(input))
    input.addEventListener('focus', () => input.select())
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return
      const next = inputs[index + (event.shiftKey ? -1 : 1)]
      if (next === undefined) return
      event.preventDefault()
      next.focus()
    })
  }
}

function inWords(mark: LineMark, column: Column | undefined, notYet: string): string {
  const short = column?.short ?? '?'
  if ('wrong' in mark) return `${short} ? ${mark.wrong}`
  if (mark.level === '') return `${short} —`
  if (mark.level === 'not-yet') return `${short} ${notYet}`
  return `${short} ${column?.words[column.levels.indexOf(mark.level)] ?? mark.level}`
}

function listOf(text: string | undefined): string[] {
  const list: unknown = JSON.parse(text ?? '[]')
  return Array.isArray(list) ? list.map(String) : []
}
