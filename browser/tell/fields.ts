export type Field = HTMLInputElement | HTMLTextAreaElement

/** The fields of a telling; hidden ones carry what the page was made with, for when there is no script. */
export function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (element): element is Field =>
      (element instanceof HTMLTextAreaElement ||
        (element instanceof HTMLInputElement && element.type !== 'hidden')) &&
      element.name !== '',
  )
}

const same = (form: HTMLFormElement, name: string): Field[] =>
  fieldsOf(form).filter((field) => field.name === name)

/** What the form says of a field now: a text, the chosen level, `1` for a tapped sentence. */
export function readField(form: HTMLFormElement, name: string): string {
  for (const field of same(form, name)) {
    if (field instanceof HTMLTextAreaElement || (field.type !== 'radio' && field.type !== 'checkbox'))
      return field.value
    if (field.checked) return field.value
  }
  return ''
}

export function writeField(form: HTMLFormElement, name: string, value: string): void {
  for (const field of same(form, name)) {
    if (field instanceof HTMLTextAreaElement || (field.type !== 'radio' && field.type !== 'checkbox'))
      field.value = value
    else field.checked = field.value === value
  }
}

/** What the server had when it made the page. */
export function shownField(form: HTMLFormElement, name: string): string {
  return form.querySelector<HTMLInputElement>(`input[name="was:${name}"]`)?.value ?? ''
}

/** From now on the page stands on what the server keeps: a form sent without script says so too. */
export function noteShown(form: HTMLFormElement, name: string, value: string): void {
  const before = form.querySelector<HTMLInputElement>(`input[name="was:${name}"]`)
  if (before !== null) {
    before.value = value
    return
  }
  addShown(form, name, value)
}

/** One more value that the server may hold of a field. */
export function addShown(form: HTMLFormElement, name: string, value: string): void {
  const made = document.createElement('input')
  made.type = 'hidden'
  made.name = `was:${name}`
  made.value = value
  form.append(made)
}

/** A value as a reader knows it: the words of a level, the text itself. */
export function wordsOf(form: HTMLFormElement, name: string, value: string): string {
  const field = same(form, name).find((one) => one instanceof HTMLInputElement && one.value === value)
  const label = field?.parentElement?.querySelector<HTMLElement>('[data-label]')?.dataset['label']
  return label ?? value
}
