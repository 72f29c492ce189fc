import { findCompetence, type Competence } from '../../issuer/achievements/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { listEnrolments, type Enrolment, type TrainingSession } from '../training-sessions/index.ts'
import type { Assessment, Voice } from './assessment.ts'
import { selectAssessments } from './store.ts'

/** One young person and one competence: what each voice says, where it said something. */
export type GridCell = { readonly competence: Competence } & { readonly [voice in Voice]?: Assessment }

export interface GridRow {
  readonly enrolment: Enrolment
  /** One cell per competence of the session, in its order. */
  readonly cells: readonly GridCell[]
}

export interface Grid {
  readonly session: TrainingSession
  readonly competences: readonly Competence[]
  readonly rows: readonly GridRow[]
}

/** The whole grid in four queries, whatever the number of youths. Access to the session is checked before. */
export async function readGrid(db: Db, session: TrainingSession): Promise<Grid> {
  const competences = session.competences.flatMap((code) => findCompetence(code) ?? [])
  const enrolments = await listEnrolments(db, session.id)
  const said = new Map<string, Assessment[]>()
  for (const assessment of await selectAssessments(db, session.id)) {
    const key = `${assessment.enrolmentId} ${assessment.competence}`
    said.set(key, [...(said.get(key) ?? []), assessment])
  }
  const rows = enrolments.map((enrolment) => ({
    enrolment,
    cells: competences.map((competence) =>
      toCell(competence, said.get(`${enrolment.id} ${competence.code}`) ?? []),
    ),
  }))
  return { session, competences, rows }
}

function toCell(competence: Competence, voices: readonly Assessment[]): GridCell {
  return { competence, ...Object.fromEntries(voices.map((assessment) => [assessment.voice, assessment])) }
}
