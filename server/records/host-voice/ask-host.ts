import { recordEvent } from '../../access/audit/index.ts'
import { requireOpenOrganisation } from '../../access/organisations/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/locale.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { readStay } from '../mobilities/index.ts'
import {
  LINK_DAYS,
  type HostLink,
  type HostLinkId,
  type HostRequest,
  type HostRequestId,
} from './host-request.ts'
import type { HostVoiceDeps } from './host-voice-deps.ts'
import { hashLinkCode, newLinkCode } from './link-code.ts'
import { readQuestion, type Question } from './read-question.ts'
import { sendQuestion } from './send-question.ts'
import { insertLink, replaceLinks, setSent } from './link-store.ts'
import { insertRequest, lockRequest, updateRequest } from './request-store.ts'

export interface AskInput {
  readonly mobilityId: string
  readonly language: Language
  readonly tutorName?: string | undefined
  /** Where the link is mailed; on paper when there is none. */
  readonly tutorEmail?: string | undefined
}

export interface Asked {
  readonly question: Question
  readonly request: HostRequest
  readonly link: HostLink
  /** The code of the link: told once, here. */
  readonly code: string
  /** Whether a mail server took it; undefined on paper. */
  readonly mailed: boolean | undefined
}

const DAY_MS = 86_400_000

/**
 * Asks the host of a stay, by mail or on paper, or asks again. Each time there is a new link, and the one before it opens
 * nothing any more: of a link nothing but a hash is kept, so that it can be made anew and not shown again. What was
 * answered stays.
 * @throws AppError `not-found` (not of the actor's roster), `structure-closed`
 */
export async function askHost(deps: HostVoiceDeps, actor: Actor, input: AskInput): Promise<Asked> {
  const code = newLinkCode()
  const asked = await deps.db.transaction(async (trx) => {
    const { stay, file } = await readStay(trx, actor, input.mobilityId)
    const { organisationId } = file.learner
    await requireOpenOrganisation(trx, organisationId)
    const at = deps.clock.now()
    const request = await saveRequest(trx, actor, { ...input, mobilityId: stay.id }, isoInstant(at))
    await replaceLinks(trx, request.id, isoInstant(at))
    const link: HostLink = {
      id: newId<HostLinkId>(),
      requestId: request.id,
      way: input.tutorEmail === undefined ? 'paper' : 'mail',
      madeAt: isoInstant(at),
      sentAt: null,
      expiresAt: isoInstant(new Date(at.getTime() + LINK_DAYS * DAY_MS)),
      openedAt: null,
      replacedAt: null,
    }
    await insertLink(trx, link, hashLinkCode(code))
    await recordEvent(trx, {
      at,
      actor,
      action: 'host.asked',
      organisationId,
      subject: { type: 'mobility', id: stay.id },
      details: { way: link.way, language: request.language },
    })
    return { question: await readQuestion(trx, stay.id), request, link }
  })
  const { tutorEmail } = input
  if (tutorEmail === undefined) return { ...asked, code, mailed: undefined }
  const mailed = await sendQuestion(deps, { ...asked, code, to: tutorEmail })
  if (mailed) await setSent(deps.db, asked.link.id, isoInstant(deps.clock.now()))
  return { ...asked, code, mailed }
}

async function saveRequest(
  trx: Db,
  actor: Actor,
  input: AskInput & { readonly mobilityId: HostRequest['mobilityId'] },
  at: string,
): Promise<HostRequest> {
  const { mobilityId, language, tutorName, tutorEmail } = input
  const known = await lockRequest(trx, { mobility_id: mobilityId })
  const said = {
    language,
    tutorName: tutorName ?? known?.tutorName ?? null,
    tutorEmail: tutorEmail ?? null,
    askedBy: actor.kind === 'staff' ? actor.accountId : null,
    withdrawnAt: null,
  }
  if (known !== undefined) {
    await updateRequest(trx, known.id, said)
    return { ...known, ...said }
  }
  const request: HostRequest = { id: newId<HostRequestId>(), mobilityId, askedAt: at, ...said }
  await insertRequest(trx, request)
  return request
}
