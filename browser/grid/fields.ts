type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** `<enrolment>.<field>`, as the form names it; hidden fields, the version among them, are not for the hand. */
const isField = (control: Element): control is Control =>
  (control instanceof HTMLSelectElement ||
    control instanceof HTMLTextAreaElement ||
    (control instanceof HTMLInputElement && control.type !== 'hidden')) &&
  control.name.includes('.')

/** The fields of a form by name, whatever they are made of: lists, texts, groups of choices. */
export interface Fields {
  readonly names: readonly string[]
  get(name: string): string
  set(name: string, value: string): void
  /** What the server wrote into the page, before a browser put back what was typed earlier. */
  written(name: string): string
  /** Where a sentence about the field belongs. */
  placeOf(name: string): HTMLElement | undefined
  has(name: string): boolean
}

export function fieldsOf(form: HTMLFormElement): Fields {
  const controls = new Map<string, Control[]>()
  for (const control of form.elements)
    if (isField(control)) controls.set(control.name, [...(controls.get(control.name) ?? []), control])
  const of = (name: string): readonly Control[] => controls.get(name) ?? []
  return {
    names: [...controls.keys()],
    has: (name) => controls.has(name),
    get(name) {
      const group = of(name)
      const chosen = group.find((control) => isRadio(control) && control.checked)
      return (chosen ?? group.find((control) => !isRadio(control)))?.value ?? ''
    },
    set(name, value) {
      for (const control of of(name)) {
        if (isRadio(control)) control.checked = control.value === value
        else if (control.value !== value) control.value = value
      }
    },
    written(name) {
      const group = of(name)
      const radio = group.find((control) => isRadio(control) && control.defaultChecked)
      if (radio !== undefined) return radio.value
      const [control] = group
      if (control instanceof HTMLSelectElement)
        return (
          [...control.options].find(({ defaultSelected }) => defaultSelected)?.value ??
          control.options[0]?.value ??
          ''
        )
      return control === undefined || isRadio(control) ? '' : control.defaultValue
    },
    placeOf(name) {
      const [control] = of(name)
      const place = control?.closest<HTMLElement>('td, fieldset, .field')
      return place ?? undefined
    },
  }
}

const isRadio = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === 'radio'

/** `<enrolment>` and `<field>` of a name. */
export function partsOf(name: string): { readonly row: string; readonly field: string } {
  const dot = name.indexOf('.')
  return { row: name.slice(0, dot), field: name.slice(dot + 1) }
}

/** Texts are compared as the server keeps them: no blanks around, one kind of line end. */
export const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trim()
