import { linesOf, textOf } from './lines.ts'
import { DEFAULT_GRAPH } from './statements.ts'
import type { Description, Statements, Term } from './statements.ts'

interface Named {
  readonly subject: string
  readonly description: Description
}

/** The statements as N-Quads in canonical order, their blank nodes named by `labels`. */
export function writeNQuads({ descriptions, hasGraphs }: Statements, labels: readonly string[]): string {
  const nameOf = (term: Term): string => (typeof term === 'string' ? term : (labels[term] ?? ''))
  const endOf = (graph: number): string => (graph === DEFAULT_GRAPH ? ' .\n' : ` ${nameOf(graph)} .\n`)
  const named = descriptions.map((description): Named => ({
    subject: nameOf(description.subject),
    description,
  }))
  named.sort((a, b) => (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0))
  if (hasGraphs || hasTwins(named)) {
    const lines = named.flatMap(({ subject, description }) =>
      linesOf(description, subject, nameOf, endOf(description.graph)),
    )
    return lines.sort().join('')
  }
  // One subject after the other, and for each one predicate after the other: the lines are in order.
  let text = ''
  for (const { subject, description } of named) text += textOf(description, subject, nameOf, ' .\n')
  return text
}

/** Whether a subject is described in two places: their lines go into one another. */
const hasTwins = (named: readonly Named[]): boolean =>
  named.some(({ subject }, index) => subject === named[index + 1]?.subject)
