import { matchLearner } from '../learners/index.ts'
import type { GridRow } from '../assessments/index.ts'
import type { PlannedStructure } from './import-plan.ts'
import type { PlacedRow } from './place-rows.ts'
import type { Known } from './read-known.ts'

export interface SettledRow {
  readonly row: PlacedRow
  /** Set when the record is another structure's: the person's place in the session, all that may change. */
  readonly place?: GridRow
}

/**
 * Finds the person again where an import of the same file by somebody with other roles put them in this session:
 * in the structure the row names, or in the session's own. Only the session's own grid is read, by name; the records
 * of a structure where the actor has no role are never looked at.
 */
export function settleRow(row: PlacedRow, home: PlannedStructure, known: Known): SettledRow {
  const { person, structure, sentBy } = row
  const namesakes = known.gridRowsNamed(person.givenName, person.familyName)
  if (sentBy !== undefined) {
    const [place, ...others] = namesakes.filter(
      ({ enrolment }) => enrolment.learner.organisationId === sentBy.id,
    )
    return place === undefined || others.length > 0
      ? { row }
      : { row: { ...row, structure: sentBy, sentBy: undefined, stay: undefined }, place }
  }
  const kept = namesakes
    .map(({ enrolment }) => enrolment)
    .filter((one) => one.sentBy?.id === structure.id && one.learner.organisationId === home.id)
  const match = matchLearner(
    kept.map(({ learner }) => learner),
    person.birthDate,
  )
  return match.kind === 'known' ? { row: { ...row, structure: home } } : { row }
}
