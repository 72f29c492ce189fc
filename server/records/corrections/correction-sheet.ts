import { tidy, type GridRow, type Sheet } from '../assessments/index.ts'

/**
 * What can be corrected of one young person, as a form sees it: `givenName`, `familyName`, `observation`, and for each
 * competence `attested:CODE` (a level, « pas encore », or empty) and `note:CODE`.
 */
export function correctionSheetOf({ enrolment, cells }: GridRow): Sheet {
  const { givenName, familyName } = enrolment.learner
  return {
    givenName,
    familyName,
    observation: tidy(enrolment.observation ?? ''),
    ...Object.fromEntries(
      cells.flatMap(({ competence: { code }, attested }) => [
        [`attested:${code}`, attested?.level ?? ''],
        [`note:${code}`, tidy(attested?.observation ?? '')],
      ]),
    ),
  }
}
