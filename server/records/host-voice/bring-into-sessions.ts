import { findCompetence } from '../../issuer/achievements/index.ts'
import type { EnrolmentId } from '../../kernel/ids.ts'
import type { Actor, HostActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  levelOf,
  writeAssessments,
  type AssessmentChange,
  type AssessmentDeps,
} from '../assessments/index.ts'
import { findMobility } from '../mobilities/index.ts'
import { requireLockedSession, type StayEnrolled, type TrainingSession } from '../training-sessions/index.ts'
import type { HostAnswer } from './host-request.ts'
import { isSigned, type Question } from './read-question.ts'
import { selectStanding } from './standing-answers.ts'

const SERVER: Actor = { kind: 'system', name: 'passerelle' }

/** What changed in what a host says: undefined is nothing. */
export interface VoiceChange {
  readonly answer: HostAnswer | undefined
  readonly previous: HostAnswer | undefined
}

/** Writes the host's levels into every session of the stay that is still open, as the `confirmed` voice. */
export async function bringIntoSessions(
  trx: Db,
  deps: AssessmentDeps,
  question: Pick<Question, 'stay' | 'seats'>,
  change: VoiceChange,
): Promise<void> {
  const { stay } = question
  for (const seat of question.seats) {
    if (isSigned(seat)) continue
    const session = await requireLockedSession(trx, SERVER, seat.session.id)
    // signed while we waited for it: its passports are made anew instead
    if (session.signedAt !== undefined) continue
    await writeLevels(trx, deps, { session, enrolmentId: seat.enrolmentId }, { ...change, stay })
  }
}

/** Writes the host's levels of one place; what the host says nothing of is left to whoever else said it. */
export async function writeLevels(
  trx: Db,
  deps: AssessmentDeps,
  place: { readonly session: TrainingSession; readonly enrolmentId: EnrolmentId },
  { stay, answer, previous }: VoiceChange & { readonly stay: Question['stay'] },
): Promise<void> {
  const host: HostActor = { kind: 'host', mobilityId: stay.id, name: answer?.tutorName ?? '' }
  const changes = place.session.competences.flatMap((code): AssessmentChange[] => {
    const level = validLevel(code, answer?.levels[code])
    const before = previous?.levels[code]
    if (level === undefined && before === undefined) return []
    return [
      {
        enrolmentId: place.enrolmentId,
        competence: code,
        voice: 'confirmed',
        level: level ?? null,
        authorName: stay.hostName ?? '',
      },
    ]
  })
  if (changes.length > 0) await writeAssessments(trx, deps, host, place.session, changes)
}

/** A level that the competence has today: frameworks change between a question and its answer. */
export function validLevel(code: string, level: string | undefined): string | undefined {
  const competence = findCompetence(code)
  return competence === undefined || level === undefined ? undefined : levelOf(competence, level)
}

/** An answer that came before anybody spoke of the stay is brought in with its place. */
export function bringWaitingAnswer(deps: AssessmentDeps): StayEnrolled {
  return async (trx, { session, enrolmentId, mobilityId }) => {
    if (session.kind !== 'return') return
    const [standing] = await selectStanding(trx, [mobilityId])
    if (standing === undefined) return
    const stay = await findMobility(trx, mobilityId)
    if (stay === undefined) return
    await writeLevels(
      trx,
      deps,
      { session, enrolmentId },
      { stay, answer: standing.answer, previous: undefined },
    )
  }
}
