/** The page that a grid's script works on: where it sends, and the words it says, which the page gives. */
export interface Page {
  readonly form: HTMLFormElement
  readonly session: string
  readonly account: string
  /** `/sessions/<id>` */
  readonly path: string
  /** A sentence of the page, its `{names}` filled in. */
  readonly say: (name: string, values?: Readonly<Record<string, string | number>>) => string
}

export function findPage(): Page | undefined {
  const form = document.querySelector<HTMLFormElement>('form[data-sheets]')
  const place = document.querySelector<HTMLElement>('[data-grid-page]')
  if (form === null || place === null) return undefined
  const { session = '', account = '', path = '' } = place.dataset
  return {
    form,
    session,
    account,
    path,
    say: (name, values = {}) => fill(place.getAttribute(`data-say-${name}`) ?? '', values),
  }
}

export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** A copy of `<template data-template="…">`. */
export function copyOf(name: string): DocumentFragment {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-template="${name}"]`)
  return (template?.content.cloneNode(true) ?? document.createDocumentFragment()) as DocumentFragment
}

/** A part of a copied template. */
export function part(of: ParentNode, name: string): HTMLElement | undefined {
  return of.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? undefined
}

/** Shows a notice that the page keeps ready. */
export function showNotice(name: string): void {
  const notice = document.querySelector<HTMLElement>(`[data-notice="${name}"]`)
  if (notice !== null) notice.hidden = false
}
