/** The sentences of a page's script, in the visitor's language, their blanks open. */
export type Words = Readonly<Record<string, string>>
/** A sentence by its key, its blanks filled; empty when there is none. */
export type Say = (key: string, blanks?: Readonly<Record<string, string | number>>) => string

export const speaker =
  (words: Words): Say =>
  (key, blanks = {}) =>
    (words[key] ?? '').replace(/\{(\w+)\}/g, (blank, name: string) => String(blanks[name] ?? blank))
