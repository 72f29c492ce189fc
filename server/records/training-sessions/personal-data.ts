import { rowsKeeper } from '../../access/personal-data/index.ts'

/** Sessions somebody took part in, with their attendance and what was observed. */
export const enrolmentsKeeper = rowsKeeper({ table: 'enrolments', column: 'learner_id', of: 'learner' })

/** Their attendance by half-day. */
export const attendanceKeeper = rowsKeeper({
  table: 'attendance_marks',
  column: 'enrolment_id',
  of: 'enrolment',
})
