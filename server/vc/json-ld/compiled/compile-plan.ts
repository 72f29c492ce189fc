import contexts from 'jsonld/lib/context.js'
import type { ActiveContext, ContextOptions, TermDefinition } from 'jsonld/lib/context.js'
import { decisivePropertyOf } from '../../data-model/hidden-properties.ts'
import { pinnedDocumentLoader } from '../document-loader.ts'
import { plainNames } from '../plain-names.ts'
import { createContextResolver } from '../context-resolver.ts'
import { checkedName } from './node-key.ts'
import { decline } from './declined.ts'
import { datatypeSuffix, iriTerm, RDF, XSD } from './n-quads.ts'
import type { Member, NodePlan, Property } from './plan.ts'

/** Where a node stands: nowhere, or under a property. */
export type Place = { readonly key: string; readonly property: Property } | undefined

/** Names that one kind of node may have, in all documents together. Ours have 12 at most. */
const MAX_MEMBERS = 64

/** As for any operation of ours; but whatever safe mode would refuse, the library is to refuse itself. */
const optionsOfOne = (): ContextOptions => ({
  contextResolver: createContextResolver(),
  documentLoader: pinnedDocumentLoader,
  base: null,
  eventHandler: [() => decline('an event of safe mode')],
})

/** The plan of nodes with these types and contexts (JSON-LD 1.1 API, 5.1.2 Expansion, steps 7 to 11). */
export async function compileNode(
  place: Place,
  types: readonly string[],
  ownContexts: readonly string[] | undefined,
): Promise<NodePlan> {
  const options = optionsOfOne()
  const process = (activeCtx: ActiveContext, localCtx: unknown, use: object = {}): Promise<ActiveContext> =>
    contexts.process({ activeCtx, localCtx, options, ...use })
  const outer = place?.property.context ?? contexts.getInitialContext({})
  const scoped = place === undefined ? undefined : outer.mappings.get(place.key)?.['@context']
  const inProperty = (context: ActiveContext): Promise<ActiveContext> | ActiveContext =>
    scoped === undefined ? context : process(context, scoped, { overrideProtected: true })
  let context = await inProperty(outer.revertToPreviousContext())
  if (ownContexts !== undefined) context = await process(context, ownContexts)
  const scopes = [context]
  const [typeScope = context] = scopes
  for (const type of [...types].sort()) {
    const ofType = typeScope.mappings.get(type)?.['@context']
    if (ofType !== undefined) context = await process(context, ofType, { propagate: false })
    scopes.push(context)
  }
  if (scopes.some(hasDefaults)) decline('a default base, language or direction')
  const iris = types.map((type) => contexts.expandIri(typeScope, type, { vocab: true, base: true }, options))
  const names = await plainNames()
  if (types.some((type, index) => names.get(iris[index] ?? '')?.has(type) === false)) {
    decline('a published type by another name')
  }
  return {
    context,
    // With a context of its own it is more than a reference.
    referenceContext: ownContexts === undefined ? await inProperty(outer) : context,
    scopes,
    types: [...new Set(iris.map((iri) => iriTerm(iri ?? '')))],
    members: new Map(ownContexts === undefined ? [] : [['@context', { kind: 'context' }]]),
  }
}

/** They would be applied to what is read; our contexts have none. */
const hasDefaults = (context: ActiveContext): boolean =>
  '@base' in context || '@language' in context || '@direction' in context

/** What a member name means in a node, added to its plan (JSON-LD 1.1 API, 5.1.2, step 13). */
export async function compileMember(plan: NodePlan, name: string, isRoot: boolean): Promise<void> {
  // Each new name is given its place among all others: a node with hundreds of names is not worth that.
  if (plan.members.size >= MAX_MEMBERS) decline('too many names in one kind of node')
  const member = await memberOf(plan, checkedName(name), isRoot)
  // Somebody else may have been faster: what is in use must stay.
  if (plan.members.has(name)) return
  plan.members.set(name, member)
  const ranked = [...plan.members.values()].filter((item) => 'rank' in item)
  const predicates = [...new Set(ranked.map(({ predicate }) => predicate))].sort()
  for (const item of ranked) item.rank = predicates.indexOf(item.predicate)
}

async function memberOf(plan: NodePlan, name: string, isRoot: boolean): Promise<Member> {
  if (name.startsWith('@')) decline('keyword')
  const options = optionsOfOne()
  const { context } = plan
  // A name that stands for @type, be it only while the types are applied, would bring more types.
  const isTypeSomewhere = plan.scopes.some((scope) => scope.mappings.get(name)?.['@id'] === '@type')
  const iri = contexts.expandIri(context, name, { vocab: true }, options)
  if (iri === '@id' && name === 'id' && !isTypeSomewhere && isIdOfReference(plan)) return { kind: 'id' }
  if (iri === '@type' && name === 'type' && plan.scopes.every((scope) => isTypeIn(scope))) {
    return { kind: 'type', predicate: ` <${RDF}type> `, rank: 0 }
  }
  if (iri === null || iri.startsWith('@') || isTypeSomewhere || iri === `${RDF}type`) return decline(name)
  // The rules of the data model look at such a property by its name only.
  if (isRoot && (decisivePropertyOf(iri) ?? name) !== name) decline('a decisive property by another name')
  // Readers of a badge look at every property by its published name.
  if ((await plainNames()).get(iri)?.has(name) === false) decline('a published property by another name')
  return propertyOf(context, name, iri, options)
}

const isTypeIn = (scope: ActiveContext): boolean => scope.mappings.get('type')?.['@id'] === '@type'

const isIdOfReference = ({ referenceContext }: NodePlan): boolean =>
  referenceContext.mappings.get('id')?.['@id'] === '@id'

const MADE_OF_TERM = ['@language', '@direction', '@index', '@nest'] as const

async function propertyOf(
  context: ActiveContext,
  name: string,
  iri: string,
  options: ContextOptions,
): Promise<Property> {
  const term = context.mappings.get(name) ?? undefined
  if (term?.reverse === true || MADE_OF_TERM.some((feature) => term?.[feature] !== undefined)) decline(name)
  const inside =
    term?.['@context'] === undefined
      ? context
      : await contexts.process({
          activeCtx: context,
          localCtx: term['@context'],
          options,
          overrideProtected: true,
        })
  const container = containerOf(term?.['@container'] ?? [])
  const termInside = inside.mappings.get(name) ?? undefined
  // A graph has no texts in it, so that it does not matter how they would be read.
  const isReadAlike = isSame(term, termInside) || (container === 'graph' && termInside === undefined)
  if (hasDefaults(inside) || !isReadAlike) decline(name)
  if (hasAliases(inside)) decline('a value or a reference under another name')
  const type = term?.['@type'] ?? '@none'
  if (['@json', `${RDF}langString`, `${XSD}double`].includes(type)) decline(type)
  return {
    kind: 'property',
    predicate: ` ${iriTerm(iri)} `,
    rank: 0,
    container,
    text: type === '@id' ? 'iri' : type === '@vocab' ? 'vocabulary' : 'literal',
    suffix: type.startsWith('@') ? '' : datatypeSuffix(type),
    isTypedString: type === `${XSD}string`,
    context: inside,
    nodes: new Map(),
  }
}

function containerOf(container: readonly string[]): Property['container'] {
  const kinds = container.filter((kind) => kind !== '@set')
  const [kind] = kinds
  if (kind === undefined) return 'set'
  if (kinds.length > 1 || (kind !== '@list' && kind !== '@graph')) return decline(kind)
  return kind === '@list' ? 'list' : 'graph'
}

/** Values are read with the term as it is after its own context was applied: it must still be the same. */
const isSame = (a: TermDefinition | undefined, b: TermDefinition | undefined): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b)

/** Whether `@value` or `@id` go by another name here than the one we look for. */
function hasAliases(context: ActiveContext): boolean {
  for (const [name, term] of context.mappings) {
    if (term?.['@id'] === '@value' || (term?.['@id'] === '@id' && name !== 'id')) return true
  }
  return false
}
