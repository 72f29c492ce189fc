import type { Editor } from './editor.ts'

interface Group {
  readonly competence: string
  readonly level: string
  readonly title: string
  readonly sentences: readonly string[]
}

/** Ready sentences beside an observation: for the level of its cell, or for all levels of its row. */
export function offerIdeas(editor: Editor): void {
  const groups = readGroups()
  const places = [...document.querySelectorAll<HTMLElement>('[data-ideas]')]
  if (groups.length === 0) return
  const fillPlace = (place: HTMLElement): void => {
    place.hidden = false
    const wanted = wantedLevels(editor, place)
    const found = groups.filter(({ competence, level }) => wanted.get(competence) === level)
    place.querySelectorAll('.ideas__group, .ideas__none').forEach((old) => old.remove())
    if (found.length === 0) place.append(nothingYet(editor))
    for (const group of found) place.append(groupOf(group, place.dataset['for'] ?? '', found.length > 1))
  }
  for (const place of places) {
    const pop = place.closest<HTMLElement>('[popover]')
    // sixty lists are filled when they are opened, a page of six at once
    if (pop === null) fillPlace(place)
    else pop.addEventListener('beforetoggle', () => fillPlace(place))
  }
  editor.page.form.addEventListener('change', () => {
    for (const place of places) if (place.closest('[popover]') === null) fillPlace(place)
  })
}

function readGroups(): Group[] {
  const template = document.querySelector<HTMLTemplateElement>('template[data-template="phrases"]')
  return [...(template?.content.querySelectorAll('ul') ?? [])].map((list) => ({
    competence: list.dataset['competence'] ?? '',
    level: list.dataset['level'] ?? '',
    title: list.dataset['title'] ?? '',
    sentences: [...list.querySelectorAll('li')].map((item) => item.textContent),
  }))
}

/** Competence → level: what the trainer set, else what the youth declared. */
function wantedLevels(editor: Editor, place: HTMLElement): ReadonlyMap<string, string> {
  const one = place.dataset['ideas'] ?? ''
  const row = place.closest<HTMLElement>('[data-row]')
  const cells = [...(row?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])]
  const levels = cells
    .map((cell): [string, string] => {
      const code = cell.dataset['cell'] ?? ''
      const attested = editor.fields.get(`${row?.dataset['row'] ?? ''}.attested:${code}`)
      return [code, attested === '' ? (cell.dataset['declared'] ?? '') : attested]
    })
    .filter(([code]) => one === '' || code === one)
  return new Map(levels)
}

function nothingYet({ page }: Editor): HTMLElement {
  const line = document.createElement('p')
  line.className = 'ideas__none muted small'
  line.textContent = page.say('ideas-none')
  return line
}

function groupOf({ title, sentences }: Group, target: string, titled: boolean): HTMLElement {
  const group = document.createElement('div')
  group.className = 'ideas__group'
  if (titled) {
    const heading = document.createElement('p')
    heading.className = 'small muted'
    heading.textContent = title
    group.append(heading)
  }
  for (const sentence of sentences) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'ideas__sentence'
    button.textContent = sentence
    button.addEventListener('click', () => insert(target, sentence))
    group.append(button)
  }
  return group
}

/** Adds the sentence where the observation ends, as if it had been typed. */
function insert(id: string, sentence: string): void {
  const text = document.getElementById(id)
  if (!(text instanceof HTMLTextAreaElement) || text.value.includes(sentence)) return
  const joined = [text.value.trim(), sentence].filter((words) => words !== '').join(' ')
  if (joined.length > text.maxLength) return
  text.value = joined
  text.dispatchEvent(new Event('input', { bubbles: true }))
  text.dispatchEvent(new Event('change', { bubbles: true }))
}
