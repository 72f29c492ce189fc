import { z } from 'zod'
import { groupSheets } from '../assessments/index.ts'

/**
 * The form of corrections: `<enrolment>.<field>` for each field of a correction sheet, `<enrolment>.version` for what the
 * form showed of them, and on the page that confirms, `version` for what it said would happen.
 */
export const correctionForm = z.record(z.string(), z.string('fields.invalid')).transform((body) => ({
  /** « Modifier encore » on the page that confirms. */
  again: body['action'] === 'edit',
  version: body['version'] ?? '',
  sheets: groupSheets(body),
}))
