import type { JsonObject } from '../../json-value.ts'
import { decline } from './declined.ts'
import type { NodePlan, NodeShape, Property, TypeMember } from './plan.ts'

/** Thrown when a document has something that no plan was made for yet. */
export class NotCompiled extends Error {}

/** The members of a node, in the order of their predicates. Throws {@link NotCompiled} for a name that is not in the plan. */
export function shapeOf(node: JsonObject, plan: NodePlan): NodeShape {
  if (plan.shape === undefined || !hasNames(node, plan.shape.names)) plan.shape = newShape(node, plan)
  return plan.shape
}

function hasNames(node: JsonObject, names: readonly string[]): boolean {
  let count = 0
  for (const name in node) {
    if (names[count] !== name) return false
    count += 1
  }
  return count === names.length
}

function newShape(node: JsonObject, plan: NodePlan): NodeShape {
  const names = Object.keys(node)
  const statements: { name: string; member: Property | TypeMember }[] = []
  for (const name of names) {
    const member = plan.members.get(name)
    if (member === undefined) throw new NotCompiled(name)
    if ('rank' in member) statements.push({ name, member })
  }
  statements.sort((a, b) => a.member.rank - b.member.rank)
  const hasTwins = statements.some(({ member }, index) => member.rank === statements[index + 1]?.member.rank)
  if (hasTwins) decline('two names, one meaning')
  return { names, hasId: names.some((name) => plan.members.get(name)?.kind === 'id'), statements }
}
