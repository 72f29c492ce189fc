/** A sentence, or its forms chosen by the number in `{count}` (CLDR plural rules). `{name}` marks a blank. */
export type Message =
  string | { readonly one: string; readonly few?: string; readonly many?: string; readonly other: string }

/** The type of a translation: exactly the keys of the French original. */
export type SameKeys<Original> = { readonly [Key in keyof Original]: Message }
