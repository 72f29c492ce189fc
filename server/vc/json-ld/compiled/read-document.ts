import { isJsonObject } from '../../json-value.ts'
import type { JsonObject, JsonValue } from '../../json-value.ts'
import { decline } from './declined.ts'
import { RDF } from './n-quads.ts'
import { nodeKey } from './node-key.ts'
import { NotCompiled, shapeOf } from './node-shape.ts'
import type { NodePlan, Property } from './plan.ts'
import { addAll, describe, newReading } from './reading.ts'
import type { Reading } from './reading.ts'
import { removeRepetitions, withoutRepetitions } from './repetitions.ts'
import { DEFAULT_GRAPH } from './statements.ts'
import type { BlankNode, Description, Statements, Term } from './statements.ts'
import { absoluteTerm, languageValueTerm, scalarTerm, textTerm } from './value-terms.ts'

/** The statements of a document, by its plan. Throws `Declined`, or {@link NotCompiled}. */
export function readDocument(document: JsonObject, plan: NodePlan): Statements {
  const reading = newReading()
  const subject = readNode(reading, document, plan, DEFAULT_GRAPH, undefined)
  // The rules of the data model look at the id as it is written.
  if (typeof document.id === 'string' && subject !== `<${document.id}>`) decline('id')
  if (reading.descriptions[0]?.objects.length === 0) decline('nothing is said')
  if (!reading.hasRepetitions) return reading
  // Those rules look at it in one place: where it is described in another one too, the library is to say how.
  if (isDescribedAgain(reading, subject)) decline('the document in two places')
  removeRepetitions(reading, reading.ambiguous)
  return reading
}

const isDescribedAgain = ({ descriptions: [, ...others] }: Statements, subject: Term): boolean =>
  others.some((other) => other.subject === subject && other.objects.length > 0)

function readNode(
  reading: Reading,
  node: JsonObject,
  plan: NodePlan,
  graph: number,
  from: BlankNode['from'],
): Term {
  const { names, hasId, statements } = shapeOf(node, plan)
  const iri = hasId ? idOfNode(node, plan, names.length) : undefined
  const description = describe(reading, iri, graph, from)
  for (const { name, member } of statements) {
    if (member.kind === 'type') addAll(description, member.predicate, plan.types)
    else readMember(reading, description, member, node[name] ?? null)
  }
  return description.subject
}

function idOfNode({ id }: JsonObject, plan: NodePlan, count: number): string {
  if (typeof id !== 'string') return decline('id')
  return absoluteTerm(count === 1 ? plan.referenceContext : plan.context, id)
}

function readMember(reading: Reading, description: Description, property: Property, value: JsonValue): void {
  if (property.container === 'list') {
    const items = Array.isArray(value) ? value : [value]
    addAll(description, property.predicate, [readList(reading, items, property, description)])
  } else if (Array.isArray(value)) {
    const terms = value.map((item) => readValue(reading, item, property, description))
    addAll(
      description,
      property.predicate,
      terms.length > 1 ? withoutRepetitions(terms, reading.ambiguous) : terms,
    )
  } else {
    description.predicates.push(property.predicate)
    description.objects.push(readValue(reading, value, property, description))
  }
}

function readValue(reading: Reading, value: JsonValue, property: Property, parent: Description): Term {
  if (property.container === 'graph') return readGraph(reading, value, property, parent)
  if (typeof value === 'string') {
    const term = textTerm(value, property)
    if (property.isTypedString) reading.ambiguous.add(term)
    return term
  }
  if (isJsonObject(value)) {
    if ('@value' in value) return languageValueTerm(value, property)
    return readChild(reading, value, property, parent.subject, property.predicate, parent.graph)
  }
  const term = scalarTerm(value, property)
  reading.ambiguous.add(term)
  return term
}

function readChild(
  reading: Reading,
  node: JsonObject,
  property: Property,
  subject: Term,
  predicate: string,
  graph: number,
): Term {
  const plan = property.nodes.get(nodeKey(node))
  if (plan === undefined) throw new NotCompiled(predicate)
  return readNode(reading, node, plan, graph, { subject, predicate, graph })
}

/** Each value of a graph container is a graph of its own, named by a blank node (JSON-LD 1.1, 4.9). */
function readGraph(reading: Reading, value: JsonValue, property: Property, parent: Description): Term {
  if (!isJsonObject(value) || '@value' in value) return decline('no node in a graph')
  const name = reading.blankNodes.length
  const { subject, graph } = parent
  reading.blankNodes.push({ from: { subject, predicate: property.predicate, graph }, description: undefined })
  reading.hasGraphs = true
  const plan = property.nodes.get(nodeKey(value))
  if (plan === undefined) throw new NotCompiled(property.predicate)
  const before = reading.descriptions.length
  readNode(reading, value, plan, name, undefined)
  if (reading.descriptions[before]?.objects.length === 0) decline('nothing is said in a graph')
  return name
}

/** An RDF collection (JSON-LD 1.1 API, 8.2.3 List to RDF): a blank node an item. */
function readList(
  reading: Reading,
  items: readonly JsonValue[],
  property: Property,
  parent: Description,
): Term {
  let from = { subject: parent.subject, predicate: property.predicate, graph: parent.graph }
  let tail: Description | undefined
  let head: Term = NIL
  for (const item of items) {
    const cell = describe(reading, undefined, parent.graph, from)
    if (tail === undefined) head = cell.subject
    else addAll(tail, REST, [cell.subject])
    addAll(cell, FIRST, [readValue(reading, item, { ...property, predicate: FIRST }, cell)])
    from = { subject: cell.subject, predicate: REST, graph: parent.graph }
    tail = cell
  }
  if (tail !== undefined) addAll(tail, REST, [NIL])
  return head
}

const FIRST = ` <${RDF}first> `
const REST = ` <${RDF}rest> `
const NIL = `<${RDF}nil>`
