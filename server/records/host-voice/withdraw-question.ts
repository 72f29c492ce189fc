import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Actor } from '../../kernel/roles.ts'
import { mayAttest } from '../assessments/index.ts'
import { readStay } from '../mobilities/index.ts'
import { actingIn } from '../training-sessions/index.ts'
import { stands } from './host-request.ts'
import type { HostVoiceDeps } from './host-voice-deps.ts'
import { isSigned, readQuestion } from './read-question.ts'
import { renewPassports } from './renew-passports.ts'
import { selectAnswer } from './answer-store.ts'
import { lockRequest, updateRequest } from './request-store.ts'
import { silence } from './take-back-answer.ts'

/**
 * The structure withdraws its question: the link opens nothing any more, the mail address is erased, and what was answered
 * leaves the sessions and the passports. Somebody else may be asked afterwards.
 * Where nothing is asked, or not any more, nothing happens.
 * @throws AppError `not-found` (not of the actor's roster); `forbidden` when a passport says it and the actor may correct
 * nothing there
 */
export async function withdrawQuestion(deps: HostVoiceDeps, actor: Actor, mobilityId: string): Promise<void> {
  const { question, answer } = await deps.db.transaction(async (trx) => {
    const { stay, file } = await readStay(trx, actor, mobilityId)
    const request = await lockRequest(trx, { mobility_id: stay.id })
    if (request === undefined || request.withdrawnAt !== null) return {}
    const question = await readQuestion(trx, stay.id)
    const given = await selectAnswer(trx, request.id)
    const answer = stands(given) ? given : undefined
    if (answer !== undefined)
      for (const { session } of question.seats.filter(isSigned))
        if (!mayAttest(await actingIn(trx, actor, session), session)) throw new AppError('forbidden')
    const at = deps.clock.now()
    await updateRequest(trx, request.id, { ...request, tutorEmail: null, withdrawnAt: isoInstant(at) })
    if (answer !== undefined) await silence(trx, deps, actor, { answer, question })
    await recordEvent(trx, {
      at,
      actor,
      action: 'host.question-withdrawn',
      organisationId: file.learner.organisationId,
      subject: { type: 'mobility', id: stay.id },
    })
    return { question, answer }
  })
  if (question !== undefined && answer !== undefined) await renewPassports(deps, question, answer)
}
