import type { JsonObject } from '../json-value.ts'
import type { CheckCode } from '../verification-result.ts'

/** What is wrong, and where. */
export interface Finding {
  readonly code: CheckCode
  readonly pointer: string
  readonly detail?: string
}

/** One requirement of a specification, readable in the tables of this folder. */
export interface Rule {
  readonly title: string
  /** Where the requirement is written. */
  readonly section: string
  find(document: JsonObject): Finding | undefined
}

/** What the rules find in a document: at most one finding a rule, in the order of the table. */
export function findProblems(rules: readonly Rule[], document: JsonObject): Finding[] {
  return rules.map((rule) => rule.find(document)).filter((finding) => finding !== undefined)
}

/** The first finding over the items of a set, each with its JSON pointer. */
export function firstFinding<T>(
  items: readonly T[],
  find: (item: T, index: number) => Finding | undefined,
): Finding | undefined {
  for (const [index, item] of items.entries()) {
    const finding = find(item, index)
    if (finding !== undefined) return finding
  }
  return undefined
}
