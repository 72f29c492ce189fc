import type { HashName } from '../../crypto/digest.ts'
import { canonicaliseDataset } from '../canonicalise.ts'
import { RDF, XSD } from './n-quads.ts'
import { labelBlankNodes } from './label-blank-nodes.ts'
import { DEFAULT_GRAPH } from './statements.ts'
import type { Statements, Term } from './statements.ts'
import { writeNQuads } from './write-n-quads.ts'

/**
 * Canonical N-Quads of statements (RDF Dataset Canonicalization 1.0). Where blank nodes cannot be told apart by what is
 * said of them, the library does it. Rejects as the library does, when it would take too long.
 */
export async function canonicaliseStatements(statements: Statements, hash: HashName): Promise<string> {
  const labels = await labelBlankNodes(statements, hash)
  return labels === undefined
    ? canonicaliseDataset(datasetOf(statements), hash)
    : writeNQuads(statements, labels)
}

/** The statements as RDF/JS quads, as the library takes them. */
function datasetOf({ descriptions }: Statements): object[] {
  return descriptions.flatMap(({ subject, predicates, objects, graph }) =>
    objects.map((object, index) => ({
      subject: quadTerm(subject),
      predicate: quadTerm((predicates[index] ?? '').trim()),
      object: quadTerm(object),
      graph: graph === DEFAULT_GRAPH ? { termType: 'DefaultGraph', value: '' } : quadTerm(graph),
    })),
  )
}

function quadTerm(term: Term): object {
  if (typeof term === 'number') return { termType: 'BlankNode', value: `b${term}` }
  if (term.startsWith('<')) return { termType: 'NamedNode', value: term.slice(1, -1) }
  return literalOf(term)
}

/** The text of a literal is escaped in N-Quads as it would be in JSON. */
function literalOf(term: string): object {
  const end = term.lastIndexOf('"')
  const value: unknown = JSON.parse(term.slice(0, end + 1))
  const suffix = term.slice(end + 1)
  const named = (iri: string): object => ({ termType: 'NamedNode', value: iri })
  if (suffix.startsWith('@')) {
    return { termType: 'Literal', value, datatype: named(`${RDF}langString`), language: suffix.slice(1) }
  }
  return {
    termType: 'Literal',
    value,
    datatype: named(suffix === '' ? `${XSD}string` : suffix.slice('^^<'.length, -1)),
  }
}
