/** The one element of a page that a script cannot do without. */
export function part(root: ParentNode, selector: string): Element {
  const found = root.querySelector(selector)
  if (found === null) throw new Error(`the page has no ${selector}`)
  return found
}

/** A copy of the one element in the page's `<template id="…">`. */
export function copyOf(id: string): Element {
  const template = document.getElementById(id)
  const copy =
    template instanceof HTMLTemplateElement ? template.content.firstElementChild?.cloneNode(true) : undefined
  if (!(copy instanceof Element)) throw new Error(`the page has no ${id}`)
  return copy
}
