import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import type { HostActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  mayAnswer,
  stands,
  whyClosed,
  type ClosedLink,
  type HostAnswer,
  type HostLink,
  type HostRequest,
} from './host-request.ts'
import type { HostVoiceDeps } from './host-voice-deps.ts'
import { hashLinkCode, parseLinkCode } from './link-code.ts'
import { isSigned, readQuestion, type Question } from './read-question.ts'
import { selectAnswer } from './answer-store.ts'
import { selectLinkByHash, setOpened } from './link-store.ts'
import { selectRequest } from './request-store.ts'

/** A link that opens the questions, or the answer that was given through it. */
export interface OpenedLink {
  readonly state: 'open'
  readonly code: string
  readonly request: HostRequest
  readonly link: HostLink
  readonly question: Question
  /** What the host said and stands by. */
  readonly answer: HostAnswer | undefined
  /** The host may answer, or correct the answer. */
  readonly mayAnswer: boolean
  /** The answer came through this very link. */
  readonly answeredHere: boolean
  /** Something that tells of this stay is signed. */
  readonly signed: boolean
}

export type LinkFound =
  OpenedLink | { readonly state: 'unknown' } | { readonly state: ClosedLink; readonly request: HostRequest }

/** What a code opens, as typed or scanned. It shows the stay it was made for, and nothing else of anybody. */
export async function openLink(
  deps: Pick<HostVoiceDeps, 'clock'>,
  db: Db,
  typed: string,
): Promise<LinkFound> {
  const code = parseLinkCode(typed)
  const link = code === undefined ? undefined : await selectLinkByHash(db, hashLinkCode(code))
  const request = link && (await selectRequest(db, { id: link.requestId }))
  if (code === undefined || link === undefined || request === undefined) return { state: 'unknown' }
  const closed = whyClosed(request, link, deps.clock.now())
  if (closed !== undefined) return { state: closed, request }
  const question = await readQuestion(db, request.mobilityId)
  const given = await selectAnswer(db, request.id)
  const answer = stands(given) ? given : undefined
  const signed = question.seats.some(isSigned)
  return {
    state: 'open',
    code,
    request,
    link,
    question,
    answer,
    mayAnswer: mayAnswer(answer, link, signed),
    answeredHere: answer?.linkId === link.id,
    signed,
  }
}

/** Notes that the questions were opened, for whoever asked to know that the link arrived. */
export async function noteOpened(
  deps: HostVoiceDeps,
  { link, request, question }: OpenedLink,
): Promise<void> {
  if (link.openedAt !== null) return
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    if (!(await setOpened(trx, link.id, isoInstant(at)))) return
    await recordEvent(trx, {
      at,
      actor: hostOf(request),
      action: 'host.link-opened',
      organisationId: question.learner.organisationId,
      subject: { type: 'mobility', id: request.mobilityId },
    })
  })
}

/** Whoever holds the link. */
export const hostOf = ({ mobilityId, tutorName }: HostRequest): HostActor => ({
  kind: 'host',
  mobilityId,
  name: tutorName ?? '',
})
