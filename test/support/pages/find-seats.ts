import { DEMO_OPEN_SESSION, DEMO_SESSION } from '../../../server/commands/demo/demo-network.ts'
import type { Services } from '../../../server/compose.ts'
import type { LearnerId } from '../../../server/kernel/ids.ts'

/** Somebody's place in a session, as addresses need it. */
export interface Seat {
  readonly enrolmentId: string
  readonly learnerId: LearnerId
  readonly mobilityId: string
}

interface Row {
  readonly enrolment_id: string
  readonly learner_id: LearnerId
  readonly mobility_id: string
  readonly given_name: string
  readonly family_name: string
}

/** Both sessions of the demonstration, with the places of their people by full name. */
export async function placesOf({ db }: Pick<Services, 'db'>) {
  const peopleOf = async ({ title }: { title: string }) => {
    const session = await db<{ id: string; title: string }>('training_sessions').where({ title }).first()
    const rows = await db('enrolments')
      .join('learners', 'learners.id', 'enrolments.learner_id')
      .where('enrolments.session_id', session?.id ?? '')
      .select<Row[]>(
        'enrolments.id as enrolment_id',
        'learners.id as learner_id',
        'enrolments.mobility_id as mobility_id',
        'learners.given_name',
        'learners.family_name',
      )
    const people: Partial<Record<string, Seat>> = {}
    for (const row of rows)
      people[`${row.given_name} ${row.family_name}`] = {
        enrolmentId: row.enrolment_id,
        learnerId: row.learner_id,
        mobilityId: row.mobility_id,
      }
    return { sessionId: session?.id ?? '', people }
  }
  return { signed: await peopleOf(DEMO_SESSION), open: await peopleOf(DEMO_OPEN_SESSION) }
}
