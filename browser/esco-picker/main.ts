// Finds ESCO skills while somebody types (WAI-ARIA APG, combobox with a list): arrows choose, Enter takes, Escape closes.
// Without this script the same form has a search button.

interface Skill {
  readonly uri: string
  readonly label: string
}

const PAUSE_MS = 180

const picker = document.querySelector<HTMLElement>('[data-esco-picker]')
const input = picker?.querySelector<HTMLInputElement>('#field-search')
const list = picker?.querySelector<HTMLElement>('#esco-options')
if (picker && input && list) start(picker, input, list)

function start(picker: HTMLElement, input: HTMLInputElement, list: HTMLElement): void {
  const chosen = picker.querySelector<HTMLElement>('[data-esco-chosen]')
  const status = picker.querySelector<HTMLElement>('[data-esco-status]')
  const path = picker.dataset['search'] ?? ''
  let skills: readonly Skill[] = []
  let active = -1
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  picker.querySelector('[data-esco-submit]')?.remove()
  picker.querySelector('[data-esco-found]')?.remove()
  const attributes = {
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': list.id,
    'aria-autocomplete': 'list',
  }
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)

  const isTaken = (uri: string): boolean =>
    [...picker.querySelectorAll<HTMLInputElement>('input[name="esco"]')].some(({ value }) => value === uri)

  const close = (): void => {
    list.hidden = true
    active = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const mark = (index: number): void => {
    active = index
    for (const [place, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(place === index))
      if (place === index) option.scrollIntoView({ block: 'nearest' })
    }
    const current = list.children[index]
    if (current === undefined) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', current.id)
  }
  const take = ({ uri, label }: Skill): void => {
    const box = Object.assign(document.createElement('input'), {
      type: 'checkbox',
      name: 'esco',
      value: uri,
      checked: true,
    })
    const words = Object.assign(document.createElement('span'), { textContent: label })
    const choice = Object.assign(document.createElement('label'), { className: 'choice' })
    choice.append(box, ' ', words)
    chosen?.append(choice)
    input.value = ''
    close()
  }
  const show = (found: readonly Skill[]): void => {
    skills = found.filter(({ uri }) => !isTaken(uri))
    list.replaceChildren(...skills.map(optionOf))
    list.hidden = skills.length === 0
    input.setAttribute('aria-expanded', String(skills.length > 0))
    mark(-1)
    const { countNone = '', countSome = '' } = picker.dataset
    if (status)
      status.textContent =
        skills.length === 0 ? countNone : countSome.replace('{count}', String(skills.length))
  }
  const search = async (): Promise<void> => {
    const number = ++asked
    const text = input.value.trim()
    if (text.length < 2) {
      close()
      return
    }
    const answer = await fetch(`${path}?q=${encodeURIComponent(text)}`, {
      headers: { accept: 'application/json' },
    })
    // an answer that comes late is about letters that are no longer there
    if (!answer.ok || number !== asked) return
    show(((await answer.json()) as { skills: Skill[] }).skills)
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void search().catch(close), PAUSE_MS)
  })
  input.addEventListener('keydown', (event) => {
    const last = skills.length - 1
    const current = skills[active]
    if (event.key === 'ArrowDown' && last >= 0) mark(active >= last ? 0 : active + 1)
    else if (event.key === 'ArrowUp' && last >= 0) mark(active <= 0 ? last : active - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter') {
      if (!list.hidden && current !== undefined) take(current)
      // Enter in this field searches, it does not save a form that is not finished
    } else return
    event.preventDefault()
  })
  input.addEventListener('blur', () => setTimeout(close, 150))
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    const option = event.target instanceof Element ? event.target.closest('li') : null
    const skill = option === null ? undefined : skills[[...list.children].indexOf(option)]
    if (skill !== undefined) take(skill)
  })
}

function optionOf({ label }: Skill, index: number): HTMLElement {
  const option = Object.assign(document.createElement('li'), {
    id: `esco-option-${index}`,
    textContent: label,
  })
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  return option
}
