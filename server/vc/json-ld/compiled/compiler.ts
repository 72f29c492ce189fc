import { copyJson, isJsonObject } from '../../json-value.ts'
import type { JsonObject } from '../../json-value.ts'
import { compileMember, compileNode } from './compile-plan.ts'
import type { Place } from './compile-plan.ts'
import { decline } from './declined.ts'
import { contextsOf, nodeKey, typesOf } from './node-key.ts'
import { NotCompiled } from './node-shape.ts'
import type { NodePlan } from './plan.ts'
import { readDocument } from './read-document.ts'
import type { Statements } from './statements.ts'

/**
 * Reads documents straight into RDF, without expansion: what each name means is asked of jsonld once for each kind of node
 * and remembered. Only for documents whose contexts are all pinned, and that use nothing out of the ordinary.
 */
export interface Compiler {
  /** The statements of a document; undefined when the library has to read it. Never throws. */
  read(document: JsonObject): Promise<Statements | undefined>
  /** How many names and kinds of nodes are remembered. */
  size(): number
}

/** Names and kinds of nodes, some hundred bytes to some kilobytes each. Ours are about 200. */
const MAX_SIZE = 3000

/** @param maxSize after how many names and kinds of nodes all are forgotten */
export function createCompiler(maxSize = MAX_SIZE): Compiler {
  let roots = new Map<string, NodePlan>()
  let size = 0

  async function read(document: JsonObject): Promise<Statements | undefined> {
    if (document['@context'] === undefined) return undefined
    const key = nodeKey(document)
    const plan = roots.get(key)
    if (plan !== undefined) {
      try {
        return readDocument(document, plan)
      } catch (error) {
        if (!(error instanceof NotCompiled)) return undefined
      }
    }
    return compile(key, copyJson(document))
  }

  /** From a copy: the document may be somebody's who changes it meanwhile. */
  async function compile(key: string, document: JsonObject): Promise<Statements> {
    // What strangers send must not grow without bound.
    if (size > maxSize) {
      roots = new Map()
      size = 0
    }
    const made = await planFor(roots, key, () =>
      compileNode(undefined, typesOf(document), contextsOf(document)),
    )
    await compileMembers(made, document, undefined)
    return readDocument(document, made)
  }

  async function planFor(
    plans: Map<string, NodePlan>,
    key: string,
    make: () => Promise<NodePlan>,
  ): Promise<NodePlan> {
    const compiled = plans.get(key) ?? (await make())
    // Somebody else may have been faster: what is in use must stay.
    const plan = plans.get(key) ?? compiled
    if (!plans.has(key)) size += 1
    plans.set(key, plan)
    return plan
  }

  async function compileMembers(plan: NodePlan, node: JsonObject, place: Place): Promise<void> {
    for (const [name, value] of Object.entries(node)) {
      if (!plan.members.has(name)) {
        await compileMember(plan, name, place === undefined)
        size += 1
      }
      const property = plan.members.get(name)
      if (property?.kind !== 'property') continue
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isJsonObject(child) && !('@value' in child)) await compileChild(child, { key: name, property })
      }
    }
  }

  async function compileChild(node: JsonObject, place: NonNullable<Place>): Promise<void> {
    const { nodes } = place.property
    const key = nodeKey(node)
    const own = node['@context'] === undefined ? undefined : contextsOf(node)
    const plan = await planFor(nodes, key, () => compileNode(place, typesOf(node), own))
    if (size > 2 * maxSize) decline('too many kinds of nodes')
    await compileMembers(plan, node, place)
  }

  return {
    read: (document) => read(document).catch(() => undefined),
    size: () => size,
  }
}
