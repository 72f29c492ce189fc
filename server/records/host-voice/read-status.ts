import { listCredentialsOfLearner } from '../../issuer/credentials/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { readStay } from '../mobilities/index.ts'
import { askedCompetences } from './asked-competences.ts'
import {
  stands,
  whyClosed,
  type ClosedLink,
  type HostAnswer,
  type HostLink,
  type HostRequest,
} from './host-request.ts'
import type { HostVoiceDeps } from './host-voice-deps.ts'
import { isSigned, readQuestion, type Question } from './read-question.ts'
import { selectAnswer } from './answer-store.ts'
import { selectLinks } from './link-store.ts'
import { clearExpiredAddresses, selectRequest } from './request-store.ts'

/** What a structure sees of its question to a host. */
export interface HostStatus {
  readonly question: Question
  readonly request: HostRequest | undefined
  /** The newest first. */
  readonly links: readonly HostLink[]
  /** Why the newest link opens nothing any more. */
  readonly closed: ClosedLink | undefined
  readonly answer: HostAnswer | undefined
  /** Of the standing endorsement, where one is signed. */
  readonly endorsementCode: string | undefined
  /** {@link HostStatus.answer}, or what was said before it was taken back. */
  readonly given: HostAnswer | undefined
  /** What a signed passport should say of the host is not what it says. */
  readonly waits: boolean
  readonly competences: Awaited<ReturnType<typeof askedCompetences>>
}

/**
 * The question about a stay of somebody whom the actor's roster shows, and what became of it.
 * @throws AppError `not-found`
 */
export async function readStatus(
  deps: Pick<HostVoiceDeps, 'db' | 'clock'>,
  actor: Actor,
  mobilityId: string,
): Promise<HostStatus> {
  const { db, clock } = deps
  await forgetExpiredAddresses(deps)
  const { stay } = await readStay(db, actor, mobilityId)
  const question = await readQuestion(db, stay.id)
  const request = await selectRequest(db, { mobility_id: stay.id })
  const links = request === undefined ? [] : await selectLinks(db, request.id)
  const [newest] = links
  const given = request && (await selectAnswer(db, request.id))
  const answer = stands(given) ? given : undefined
  const signed = await findSigned(db, question)
  return {
    question,
    request,
    links,
    closed: request && newest && whyClosed(request, newest, clock.now()),
    answer,
    endorsementCode: signed.endorsement?.code,
    waits: waitsFor(signed, answer),
    given,
    competences: await askedCompetences(db, question, answer),
  }
}

/** The standing credential of the stay, and what the host's link made of it. */
async function findSigned(db: Db, { learner, seats }: Question) {
  const sessions = new Set<string>(seats.filter(isSigned).map(({ session }) => session.id))
  const held = (await listCredentialsOfLearner(db, learner.id)).filter(
    ({ signed, revokedAt, supersededBy }) => signed !== null && revokedAt === null && supersededBy === null,
  )
  const stay = held.find(({ kind, sessionId }) => kind === 'mobility' && sessions.has(sessionId ?? ''))
  const endorsement = held.find(({ kind, endorses }) => kind === 'endorsement' && endorses === stay?.id)
  return { stay, endorsement: stay === undefined ? undefined : endorsement }
}

function waitsFor(
  { stay, endorsement }: Awaited<ReturnType<typeof findSigned>>,
  answer: HostAnswer | undefined,
): boolean {
  if (answer === undefined) return endorsement !== undefined
  // signed in the same second or later than it was said
  return stay !== undefined && (endorsement?.signedAt ?? '') < answer.updatedAt
}

/** Erases the addresses of hosts whose newest link has expired. */
export function forgetExpiredAddresses({ db, clock }: Pick<HostVoiceDeps, 'db' | 'clock'>): Promise<number> {
  return clearExpiredAddresses(db, isoInstant(clock.now()))
}
