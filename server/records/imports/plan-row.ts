import { learnerChanges, matchLearner, type Learner, type SaveOutcome } from '../learners/index.ts'
import { keepSignedFields, matchMobility, mobilityChanges, signedChanges } from '../mobilities/index.ts'
import type { GridRow } from '../assessments/index.ts'
import type { PlannedLevel, PlannedRow } from './import-plan.ts'
import { cellProblem, rowProblem, type ImportProblem } from './problem.ts'
import type { Known } from './read-known.ts'
import type { PlacedRow } from './place-rows.ts'
import type { Person } from './read-person.ts'
import type { SettledRow } from './settle-row.ts'

/**
 * Compares one row with what is on record: what would be created, what would change, what is already so.
 * An empty cell never erases anything. In a signed session whatever the signature covers may no longer change.
 */
export function planRow(
  { row, place: given }: SettledRow,
  known: Known,
  signed: boolean,
): { planned?: PlannedRow; problems: ImportProblem[] } {
  const { person, structure } = row
  const match = given
    ? ({ kind: 'known', learner: given.enrolment.learner } as const)
    : matchLearner(known.named(structure.id, person.givenName, person.familyName), person.birthDate)
  if (match.kind === 'ambiguous') return { problems: [rowProblem(row.number, 'imports.rowNamesake')] }
  const learner = match.kind === 'known' ? match.learner : undefined
  const place = given ?? (learner && known.inSession(learner.id))
  const levels = changedLevels(row, place)
  const parts = {
    learner: given ? 'unchanged' : learnerOutcome(learner, person),
    stay: stayOutcome(row, learner, known),
    enrolment: enrolmentOutcome(row, learner, place, known),
  }
  const kept = isStayKept(row, learner, known)
  const warnings = kept ? [rowProblem(row.number, 'imports.rowStayKept', {}, 'warning')] : []
  const problems = signed ? signedProblems(row, levels, { ...parts, kept }) : warnings
  const planned: PlannedRow = {
    number: row.number,
    person,
    structure,
    sentBy: row.sentBy,
    placeOnly: given !== undefined,
    learnerId: learner?.id,
    enrolmentId: place?.enrolment.id,
    stay: row.stay,
    attendance: row.attendance,
    observation: row.observation,
    levels,
    parts,
    outcome: outcomeOf(parts, levels),
  }
  return { planned, problems }
}

function learnerOutcome(learner: Learner | undefined, person: Person): SaveOutcome {
  if (learner === undefined) return 'created'
  return learnerChanges(learner, { ...person, organisationId: learner.organisationId }).length > 0
    ? 'updated'
    : 'unchanged'
}

function stayOutcome(row: PlacedRow, learner: Learner | undefined, known: Known): SaveOutcome {
  if (row.stay === undefined) return 'unchanged'
  const stay = learner && matchMobility(known.stays(learner.id), row.stay)
  if (stay === undefined) return 'created'
  const told = known.attested(stay) ? keepSignedFields(stay, row.stay) : row.stay
  return mobilityChanges(stay, told).length > 0 ? 'updated' : 'unchanged'
}

/** Whether the row tells a signed stay otherwise: it stays as it was signed. */
function isStayKept(row: PlacedRow, learner: Learner | undefined, known: Known): boolean {
  const stay = learner && row.stay && matchMobility(known.stays(learner.id), row.stay)
  if (stay === undefined || row.stay === undefined) return false
  return known.attested(stay) && signedChanges(stay, row.stay).length > 0
}

function enrolmentOutcome(
  row: PlacedRow,
  learner: Learner | undefined,
  place: GridRow | undefined,
  known: Known,
): SaveOutcome {
  if (learner === undefined || place === undefined) return 'created'
  const { enrolment } = place
  const stay = row.stay && matchMobility(known.stays(learner.id), row.stay)
  const same =
    (row.stay === undefined || (stay !== undefined && stay.id === enrolment.mobility?.id)) &&
    (row.sentBy === undefined || row.sentBy.id === enrolment.sentBy?.id) &&
    (row.attendance === undefined || row.attendance === enrolment.attendance) &&
    (row.observation === undefined || row.observation === enrolment.observation)
  return same ? 'unchanged' : 'updated'
}

function changedLevels(row: PlacedRow, place: GridRow | undefined): PlannedLevel[] {
  return row.levels
    .map((level): PlannedLevel => {
      const cell = place?.cells.find(({ competence }) => competence.code === level.competence)
      return { ...level, before: cell?.[level.voice]?.level }
    })
    .filter(({ level, before }) => level !== before)
}

function outcomeOf(parts: PlannedRow['parts'], levels: readonly PlannedLevel[]): SaveOutcome {
  if (parts.enrolment === 'created') return 'created'
  const changes = Object.values(parts).some((outcome) => outcome !== 'unchanged') || levels.length > 0
  return changes ? 'updated' : 'unchanged'
}

function signedProblems(
  row: PlacedRow,
  levels: readonly PlannedLevel[],
  parts: PlannedRow['parts'] & { readonly kept: boolean },
): ImportProblem[] {
  if (parts.enrolment === 'created') return [rowProblem(row.number, 'imports.rowNotInSignedSession')]
  const problems = levels.map(({ column, level }) =>
    cellProblem({ row: row.number, column }, 'imports.cellSessionSigned', { value: level }),
  )
  const moved = parts.enrolment !== 'unchanged' || parts.stay !== 'unchanged' || parts.kept
  return moved ? [rowProblem(row.number, 'imports.rowSessionSigned'), ...problems] : problems
}
