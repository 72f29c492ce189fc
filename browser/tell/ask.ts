import { readField, wordsOf, writeField } from './fields.ts'

export interface Question {
  readonly form: HTMLFormElement
  readonly field: string
  /** What another device said, as the server keeps it. */
  readonly there: string
  readonly decided: (value: string) => void
}

/** Shows both answers beside the field, and does nothing until somebody has chosen. */
export function askWhich({ form, field, there, decided }: Question): void {
  const template = document.querySelector<HTMLTemplateElement>('template[data-tell-conflict]')
  const place = form.querySelector(`[data-tell-field="${field}"]`)
  if (template === null || place === null) return
  place.querySelector('.tell-conflict')?.remove()
  const box = (template.content.cloneNode(true) as DocumentFragment).firstElementChild
  if (box === null) return
  const nothing = document.querySelector<HTMLTemplateElement>('template[data-tell-nothing]')?.content
    .textContent
  const say = (selector: string, value: string): void => {
    const target = box.querySelector(selector)
    if (target !== null) target.textContent = value === '' ? (nothing ?? '') : wordsOf(form, field, value)
  }
  say('[data-here]', readField(form, field))
  say('[data-there]', there)
  for (const button of box.querySelectorAll<HTMLButtonElement>('[data-keep]')) {
    const keep = button.dataset['keep'] ?? 'here'
    // two levels cannot both be kept
    if (keep === 'both' && field !== 'words') button.remove()
    button.addEventListener('click', () => {
      const here = readField(form, field)
      const value = keep === 'there' ? there : keep === 'both' ? `${there}\n\n${here}` : here
      writeField(form, field, value)
      box.remove()
      decided(value)
    })
  }
  place.append(box)
}
