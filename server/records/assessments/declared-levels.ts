import type { AssessmentChange } from './assessment.ts'
import type { GridRow } from './read-grid.ts'

/**
 * « Tout confirmer »: what the youths declared, for each cell where the trainer has set no level yet. A level the
 * trainer chose is never overwritten, and somebody absent is left alone.
 */
export function declaredLevels(rows: readonly GridRow[]): AssessmentChange[] {
  return rows
    .filter(({ enrolment }) => enrolment.attendance !== 'absent')
    .flatMap(({ enrolment, cells }) =>
      cells.flatMap(({ competence, declared, attested }): AssessmentChange[] =>
        declared?.level !== undefined && attested?.level === undefined
          ? [
              {
                enrolmentId: enrolment.id,
                competence: competence.code,
                voice: 'attested',
                level: declared.level,
              },
            ]
          : [],
      ),
    )
}
