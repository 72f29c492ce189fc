import { rowsKeeper } from '../../access/personal-data/index.ts'

/** What was said of somebody in a session, in three voices, drafts and « pas encore » too. */
export const assessmentsKeeper = rowsKeeper({ table: 'assessments', column: 'enrolment_id', of: 'enrolment' })
