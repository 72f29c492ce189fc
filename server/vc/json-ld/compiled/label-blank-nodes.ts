import { hexDigests } from '../../crypto/digest.ts'
import type { HashName } from '../../crypto/digest.ts'
import { linesOf, textOf } from './lines.ts'
import { DEFAULT_GRAPH } from './statements.ts'
import type { BlankNode, Description, Statements, Term } from './statements.ts'

/**
 * The canonical labels of the blank nodes (RDF Dataset Canonicalization 1.0, 4.4), by their numbers, when the hashes of
 * their own statements tell them apart, or those that are alike stand alone. Undefined when more is needed.
 */
export async function labelBlankNodes(
  statements: Statements,
  hash: HashName,
): Promise<readonly string[] | undefined> {
  const { blankNodes } = statements
  if (blankNodes.length === 0) return []
  const inGraphs = statements.hasGraphs ? byGraph(statements) : undefined
  const texts = blankNodes.map((node, number) => firstDegreeText(node, inGraphs?.get(number) ?? []))
  const digests = await hexDigests(hash, texts)
  const alike = new Map<string, number[]>()
  for (const [number, digest] of digests.entries()) {
    const same = alike.get(digest)
    if (same === undefined) alike.set(digest, [number])
    else same.push(number)
  }
  const sorted = [...alike.keys()].sort().map((digest) => alike.get(digest) ?? [])
  const groups = sorted.filter((numbers) => numbers.length > 1)
  if (
    groups.some((numbers) =>
      numbers.some((number) => !standsAlone(blankNodes[number], inGraphs?.get(number))),
    )
  )
    return undefined
  const labels: string[] = []
  let issued = 0
  // 4.4.3, steps 4 and 5: first those with a hash of their own, then the others.
  for (const numbers of [...sorted.filter(({ length }) => length === 1), ...groups]) {
    for (const number of numbers) labels[number] = `_:c14n${issued++}`
  }
  return labels
}

/**
 * Whether no other blank node occurs in the statements with this one. Such nodes with the same hash say the same word for
 * word, so it does not matter which of them gets which label: the canonical form is the same.
 */
function standsAlone(node: BlankNode | undefined, inGraph: readonly Description[] = []): boolean {
  if (node === undefined || inGraph.length > 0) return false
  const { from, description } = node
  if (typeof from?.subject === 'number' || (from?.graph ?? DEFAULT_GRAPH) !== DEFAULT_GRAPH) return false
  if (description === undefined) return true
  return (
    description.graph === DEFAULT_GRAPH && description.objects.every((object) => typeof object === 'string')
  )
}

function byGraph({ descriptions }: Statements): ReadonlyMap<number, Description[]> {
  const graphs = new Map<number, Description[]>()
  for (const description of descriptions) {
    const inside = graphs.get(description.graph)
    if (inside === undefined) graphs.set(description.graph, [description])
    else inside.push(description)
  }
  return graphs
}

const SELF = '_:a'
const OTHER = '_:z'

/** 4.6 Hash First Degree Quads, step 4: the statements with this node, itself `_:a`, any other `_:z`, in order. */
function firstDegreeText({ from, description }: BlankNode, inGraph: readonly Description[]): string {
  const fromText =
    from === undefined ? '' : asOther(from.subject) + from.predicate + SELF + graphEnd(from.graph)
  if (inGraph.length > 0) {
    const lines = inGraph.flatMap((inside) =>
      linesOf(inside, asOther(inside.subject), asOther, ` ${SELF} .\n`),
    )
    return [fromText, ...lines].sort().join('')
  }
  const own = description === undefined ? '' : textOf(description, SELF, asOther, graphEnd(description.graph))
  // `<` comes before `_:a`, and that before `_:z`.
  return typeof from?.subject === 'string' ? fromText + own : own + fromText
}

const asOther = (term: Term): string => (typeof term === 'string' ? term : OTHER)
const graphEnd = (graph: number): string => (graph === DEFAULT_GRAPH ? ' .\n' : ` ${OTHER} .\n`)
