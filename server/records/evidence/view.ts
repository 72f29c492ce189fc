import { findCompetence } from '../../issuer/achievements/index.ts'
import type { FieldProblem } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import { fullName } from '../learners/index.ts'
import type { Enrolment, TrainingSession } from '../training-sessions/index.ts'
import type { Evidence } from './evidence.ts'

/** Evidence of one young person: what is there, and a form for one more. */
export function evidencePage(
  { t, locale }: { readonly t: Translate; readonly locale: Locale },
  given: {
    session: TrainingSession
    enrolment: Enrolment
    evidence: readonly Evidence[]
    problems: readonly FieldProblem[]
    typed: Readonly<Record<string, string>>
  },
) {
  const { session, enrolment, evidence, problems, typed } = given
  const name = fullName(enrolment.learner)
  return {
    title: t('learners.evidenceOf', { name }),
    section: 'sessions',
    pageClass: 'narrow',
    session: { id: session.id, title: session.title, signed: session.signedAt !== undefined },
    enrolment: { id: enrolment.id, name },
    pieces: evidence.map((piece) => ({
      id: piece.id,
      title: piece.title,
      narrative: piece.narrative,
      photo: piece.kind === 'photo',
      document: piece.kind === 'file',
      documentLabel:
        piece.file?.mediaType === 'application/pdf' ? t('learners.openPdf') : t('learners.openText'),
      competence:
        piece.competence === undefined ? undefined : findCompetence(piece.competence)?.label[locale],
      by: t('learners.addedBy', { name: piece.addedBy }),
      on: piece.createdAt,
    })),
    problems: [...problems],
    values: typed,
    competences: session.competences.flatMap((code) => {
      const competence = findCompetence(code)
      return competence === undefined ? [] : [{ value: code, label: competence.label[locale] }]
    }),
  }
}
