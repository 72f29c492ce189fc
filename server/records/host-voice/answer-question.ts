import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant, type IsoDate } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/locale.ts'
import type { Db } from '../../platform/db/index.ts'
import { bringIntoSessions } from './bring-into-sessions.ts'
import type { HostAnswer, HostAnswerId } from './host-request.ts'
import type { HostVoiceDeps } from './host-voice-deps.ts'
import { hostOf, openLink, type OpenedLink } from './open-link.ts'
import { requirePatience } from './require-patience.ts'
import { renewPassports } from './renew-passports.ts'
import { selectAnswer, upsertAnswer } from './answer-store.ts'
import { clearAddress, lockRequest } from './request-store.ts'
import { tellWhoAsked } from './tell-who-asked.ts'

export interface AnswerInput {
  readonly code: string
  readonly language: Language
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  /** Competence code → level, of those that were seen. */
  readonly levels: Readonly<Record<string, string>>
  readonly sentence?: string | undefined
  readonly tutorName: string
  readonly tutorRole?: string | undefined
  /** The tutor agrees to be named in what is signed. */
  readonly named: boolean
}

/**
 * Keeps what the host says: in one transaction the answer, the `confirmed` voice in every session that is still open, the
 * end of the mail address, and the event. Where a session is signed already the passports are made anew, and whoever asked
 * is told. The same answer again changes nothing but its time.
 * @throws AppError `link-unknown`, `link-expired` (expired, replaced or withdrawn), `session-already-signed`,
 * `too-many-requests`
 */
export async function answerQuestion(deps: HostVoiceDeps, input: AnswerInput): Promise<OpenedLink> {
  const { opened, previous } = await deps.db.transaction(async (trx) => keepAnswer(trx, deps, input))
  const late = await renewPassports(deps, opened.question, previous)
  await tellWhoAsked(deps, opened, { again: previous !== undefined, late })
  return opened
}

async function keepAnswer(
  trx: Db,
  deps: HostVoiceDeps,
  input: AnswerInput,
): Promise<{ opened: OpenedLink; previous: HostAnswer | undefined }> {
  const opened = await requireOpenLink(trx, deps, input.code)
  if (!opened.mayAnswer) throw new AppError('session-already-signed')
  const { request, link, question } = opened
  const at = deps.clock.now()
  const now = isoInstant(at)
  const known = await selectAnswer(trx, request.id)
  const previous = known?.withdrawnAt === null ? known : undefined
  const answer: HostAnswer = {
    id: known?.id ?? newId<HostAnswerId>(),
    requestId: request.id,
    linkId: link.id,
    language: input.language,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
    levels: input.levels,
    sentence: input.sentence ?? null,
    tutorName: input.tutorName,
    tutorRole: input.tutorRole ?? null,
    namedAt: input.named ? (previous?.namedAt ?? now) : null,
    answeredAt: previous?.answeredAt ?? now,
    updatedAt: now,
    withdrawnAt: null,
  }
  await upsertAnswer(trx, answer)
  await clearAddress(trx, request.id)
  await bringIntoSessions(trx, deps, question, { answer, previous })
  await recordEvent(trx, {
    at,
    actor: hostOf(request),
    action: previous === undefined ? 'host.answered' : 'host.answer-corrected',
    organisationId: question.learner.organisationId,
    subject: { type: 'mobility', id: request.mobilityId },
    details: {
      competences: Object.keys(answer.levels).length,
      sentence: answer.sentence !== null,
      named: input.named,
      datesConfirmed: answer.startsOn === question.stay.startsOn && answer.endsOn === question.stay.endsOn,
    },
  })
  return { opened: { ...opened, answer, answeredHere: true }, previous }
}

/**
 * The link of a code, open and nobody else's to change until the transaction ends.
 * @throws AppError `link-unknown`, `link-expired`, `too-many-requests`
 */
export async function requireOpenLink(trx: Db, deps: HostVoiceDeps, code: string): Promise<OpenedLink> {
  const first = await openLink(deps, trx, code)
  if (first.state === 'unknown') throw new AppError('link-unknown')
  await lockRequest(trx, { id: first.request.id })
  // what was read before the lock may have changed while we waited for it
  const opened = await openLink(deps, trx, code)
  if (opened.state === 'unknown') throw new AppError('link-unknown')
  if (opened.state !== 'open') throw new AppError('link-expired')
  await requirePatience(trx, deps, opened.request.mobilityId)
  return opened
}
