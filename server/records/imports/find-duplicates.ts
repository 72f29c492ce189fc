import { fullName, nameKey } from '../learners/index.ts'
import { rowProblem, type ImportProblem } from './problem.ts'
import type { PlannedStructure } from './import-plan.ts'
import type { Person } from './read-person.ts'

export interface NamedRow {
  readonly number: number
  readonly person: Person
  readonly structure: PlannedStructure
}

/**
 * The same young person on two rows: same structure and name, and birth dates that are the same or not both given.
 * Two people may share a name when their birth dates tell them apart.
 */
export function findDuplicates(rows: readonly NamedRow[]): ImportProblem[] {
  const earlier = new Map<string, NamedRow[]>()
  return rows.flatMap((row) => {
    const { person, structure } = row
    const key = `${structure.id ?? structure.name} ${nameKey(person.givenName, person.familyName)}`
    const namesakes = earlier.get(key) ?? []
    earlier.set(key, [...namesakes, row])
    const same = namesakes.find(
      ({ person: other }) =>
        other.birthDate === person.birthDate ||
        other.birthDate === undefined ||
        person.birthDate === undefined,
    )
    if (same === undefined) return []
    const message =
      same.person.birthDate === person.birthDate && person.birthDate !== undefined
        ? 'imports.rowTwice'
        : 'imports.rowTwiceOrNamesake'
    return [rowProblem(row.number, message, { name: fullName(person), other: String(same.number) })]
  })
}
