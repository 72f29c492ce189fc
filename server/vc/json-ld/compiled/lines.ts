import type { Description, Term } from './statements.ts'

/** The lines of one description, in the order of their code units. All have the same subject and the same end. */
export function linesOf(
  { predicates, objects, hasSets }: Description,
  subject: string,
  nameOf: (term: Term) => string,
  end: string,
): string[] {
  const lines = objects.map((object, index) => subject + (predicates[index] ?? '') + nameOf(object) + end)
  return hasSets ? lines.sort() : lines
}

/** {@link linesOf} as one text. */
export function textOf(
  description: Description,
  subject: string,
  nameOf: (term: Term) => string,
  end: string,
): string {
  const { predicates, objects, hasSets } = description
  if (hasSets) return linesOf(description, subject, nameOf, end).join('')
  let text = ''
  for (let index = 0; index < objects.length; index += 1) {
    text += subject + (predicates[index] ?? '') + nameOf(objects[index] ?? '') + end
  }
  return text
}
