import type { EnrolmentId } from '../../kernel/ids.ts'
import { translator, type MessageKey } from '../../platform/i18n/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { listEvidence, type Evidence } from '../evidence/index.ts'
import type { AwardEvidence, SigningFacts } from './build-awards.ts'
import type { Grid } from './read-grid.ts'

type NamedEvidence = AwardEvidence & { readonly competence?: string }

const GENRES: Readonly<Record<Evidence['kind'], MessageKey>> = {
  text: 'sessions.genre-text',
  photo: 'sessions.genre-photo',
  file: 'sessions.genre-file',
}

/** What was kept as evidence for each young person of the grid, as a credential names it: never the thing itself. */
export async function sessionEvidence(db: Db, grid: Grid): Promise<SigningFacts['evidence']> {
  const t = translator(grid.session.locale)
  const byEnrolment = new Map<EnrolmentId, NamedEvidence[]>()
  const all = await listEvidence(
    db,
    grid.rows.map(({ enrolment }) => enrolment.id),
  )
  for (const { enrolmentId, competence, kind, title, file } of all) {
    const named: NamedEvidence = {
      name: title,
      genre: t(GENRES[kind]),
      ...(file === undefined ? {} : { sha256: file.sha256 }),
      ...(competence === undefined ? {} : { competence }),
    }
    byEnrolment.set(enrolmentId, [...(byEnrolment.get(enrolmentId) ?? []), named])
  }
  return byEnrolment
}
