import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Speaker } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { requireOpenLink } from './answer-question.ts'
import { bringIntoSessions } from './bring-into-sessions.ts'
import type { HostAnswer } from './host-request.ts'
import type { HostVoiceDeps } from './host-voice-deps.ts'
import { hostOf, type OpenedLink } from './open-link.ts'
import type { Question } from './read-question.ts'
import { renewPassports } from './renew-passports.ts'
import { upsertAnswer } from './answer-store.ts'
import { tellWhoAsked } from './tell-who-asked.ts'

/**
 * The host takes back what they said, through the link it came by: it leaves the sessions that are open and the passports
 * that are signed. The link still opens, to answer anew.
 * @throws AppError `link-unknown`, `link-expired`, `not-found` when nothing was said through this link
 */
export async function takeBackAnswer(deps: HostVoiceDeps, code: string): Promise<OpenedLink> {
  const { opened, answer } = await deps.db.transaction(async (trx) => {
    const opened = await requireOpenLink(trx, deps, code)
    const { answer, question, request } = opened
    if (answer === undefined || !opened.answeredHere) throw new AppError('not-found')
    await silence(trx, deps, hostOf(request), { answer, question })
    return { opened, answer }
  })
  const late = await renewPassports(deps, opened.question, answer)
  await tellWhoAsked(deps, opened, { again: true, late })
  return opened
}

/** In the caller's transaction: the answer stands no more, here and in the sessions that are open. */
export async function silence(
  trx: Db,
  deps: HostVoiceDeps,
  actor: Speaker,
  { answer, question }: { readonly answer: HostAnswer; readonly question: Question },
): Promise<void> {
  const at = deps.clock.now()
  const now = isoInstant(at)
  // the words are not kept: what somebody takes back is theirs. The levels are, to be found where they were signed.
  await upsertAnswer(trx, {
    ...answer,
    sentence: null,
    tutorName: '',
    tutorRole: null,
    namedAt: null,
    updatedAt: now,
    withdrawnAt: now,
  })
  await bringIntoSessions(trx, deps, question, { answer: undefined, previous: answer })
  await recordEvent(trx, {
    at,
    actor,
    action: 'host.answer-taken-back',
    organisationId: question.learner.organisationId,
    subject: { type: 'mobility', id: question.stay.id },
  })
}
