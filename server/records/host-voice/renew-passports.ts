import { todayOf } from '../../access/organisations/index.ts'
import { findCompetence, type LevelCode } from '../../issuer/achievements/index.ts'
import { completeReissue, requestHostVoice, type HostVoice } from '../../issuer/reissue/index.ts'
import { dayInParis } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { translator } from '../../platform/i18n/index.ts'
import { attestable, levelOf } from '../assessments/index.ts'
import { fullName } from '../learners/index.ts'
import { mobilityFacts } from '../mobilities/index.ts'
import { requireLockedSession, type Seat, type TrainingSession } from '../training-sessions/index.ts'
import { writeLevels, type VoiceChange } from './bring-into-sessions.ts'
import type { HostAnswer } from './host-request.ts'
import { statementOf } from './host-statements.ts'
import type { HostVoiceDeps } from './host-voice-deps.ts'
import { isSigned, type Question } from './read-question.ts'
import { selectStanding } from './standing-answers.ts'

const SERVER: Actor = { kind: 'system', name: 'passerelle' }

/** What became of a host's voice in passports that were signed before it came. */
export type LateVoice =
  | 'nothing' // no passport tells of the stay yet
  | 'signed'
  | 'waits' // it could not be signed now; the page of the stay offers to try again

/**
 * Brings what a host says today, or says no more, into passports that are signed already. The answer itself is kept
 * before, in a transaction of its own: whatever fails here, it is not lost.
 * @param previous what the host said before, to tell what they take back
 */
export async function renewPassports(
  deps: HostVoiceDeps,
  question: Question,
  previous: HostAnswer | undefined,
): Promise<LateVoice> {
  let late: LateVoice = 'nothing'
  for (const seat of question.seats.filter(isSigned)) {
    try {
      const batchId = await deps.db.transaction((trx) => requestAnew(trx, deps, question, { seat, previous }))
      if (batchId === undefined) continue
      const { failed } = await completeReissue(deps, batchId)
      late = failed > 0 ? 'waits' : late === 'waits' ? late : 'signed'
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      deps.log.warn({ session: seat.session.id, failure: error.code }, 'host voice not in the passport yet')
      late = 'waits'
    }
  }
  return late
}

/** The batch to sign; undefined when nothing that is signed changes. */
async function requestAnew(
  trx: Db,
  deps: HostVoiceDeps,
  question: Question,
  { seat, previous }: { readonly seat: Seat; readonly previous: HostAnswer | undefined },
): Promise<string | undefined> {
  const { stay, learner } = question
  const session = await requireLockedSession(trx, SERVER, seat.session.id)
  const today = await todayOf(trx, session.organisationId)
  if (today === undefined || today.state === 'closed') throw new AppError('structure-closed')
  const [standing] = await selectStanding(trx, [stay.id])
  const change: VoiceChange = { answer: standing?.answer, previous }
  await writeLevels(trx, deps, { session, enrolmentId: seat.enrolmentId }, { ...change, stay })
  const { batchId } = await requestHostVoice(trx, deps, SERVER, {
    learnerId: learner.id,
    sessionId: session.id,
    endorsement:
      standing &&
      endorsementOf(question, session, {
        organisationId: today.organisation.id,
        said: statementOf(standing.answer, standing.link),
        now: deps.clock.now(),
      }),
    levels: levelsOf(session, question, change),
  })
  return batchId
}

function endorsementOf(
  { stay, learner }: Question,
  session: TrainingSession,
  facts: {
    readonly organisationId: TrainingSession['organisationId']
    readonly said: ReturnType<typeof statementOf>
    readonly now: Date
  },
): NonNullable<HostVoice['endorsement']> {
  return {
    kind: 'endorsement',
    awardKey: `session:${session.id}:${learner.id}:endorsement`,
    learner: { id: learner.id, name: fullName(learner), subjectUrn: learner.subjectUrn },
    organisationId: facts.organisationId,
    sessionId: session.id,
    locale: session.locale,
    awardedOn: dayInParis(facts.now),
    attestedBy: session.signedByName ?? '',
    stay: mobilityFacts(stay, session.locale),
    ...facts.said,
  }
}

/** What the host says of each competence of the session; null where they said something before and do no more. */
function levelsOf(
  session: TrainingSession,
  { stay }: Question,
  { answer, previous }: VoiceChange,
): HostVoice['levels'] {
  const by = stay.hostName ?? translator(session.locale)('sessions.unnamedHost')
  const levels = new Map<string, { level: LevelCode; by: string } | null>()
  for (const code of session.competences) {
    const competence = findCompetence(code)
    const said = answer?.levels[code]
    const level = competence && said !== undefined ? attestable(levelOf(competence, said)) : undefined
    if (level !== undefined) levels.set(code, { level, by })
    else if (previous?.levels[code] !== undefined) levels.set(code, null)
  }
  return levels
}
