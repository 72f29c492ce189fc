import { decline } from './declined.ts'
import type { Statements, Term } from './statements.ts'

/** Literals that are written alike, and that jsonld tells apart all the same: it would keep them both. */
export type AmbiguousLiterals = ReadonlySet<string>

/** The values of one member, each once. */
export function withoutRepetitions(terms: readonly Term[], ambiguous: AmbiguousLiterals): Term[] {
  const seen = new Set<Term>()
  for (const term of terms) {
    if (seen.has(term) && typeof term === 'string' && ambiguous.has(term)) decline('literals alike')
    seen.add(term)
  }
  return [...seen]
}

/** What is said twice about one IRI in one graph is said once. */
export function removeRepetitions({ descriptions }: Statements, ambiguous: AmbiguousLiterals): void {
  const said = new Map<string, Set<string>>()
  for (const { subject, graph, predicates, objects } of descriptions) {
    if (typeof subject !== 'string') continue
    const key = `${subject}${graph}`
    const known = said.get(key) ?? new Set()
    said.set(key, known)
    const kept = objects.map((object, index) => {
      if (typeof object === 'number') return true
      const statement = `${predicates[index] ?? ''}${object}`
      if (!known.has(statement)) {
        known.add(statement)
        return true
      }
      return ambiguous.has(object) ? decline('literals alike') : false
    })
    if (kept.every((isKept) => isKept)) continue
    const left = objects.map((_, index) => index).filter((index) => kept[index])
    predicates.splice(0, predicates.length, ...left.map((index) => predicates[index] ?? ''))
    objects.splice(0, objects.length, ...left.map((index) => objects[index] ?? 0))
  }
}
