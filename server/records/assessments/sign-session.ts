import { dayInParis } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { AccountId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import { recordEvent } from '../../access/audit/index.ts'
import { requireOpenOrganisation } from '../../access/organisations/index.ts'
import {
  completeIssuance,
  requestIssuance,
  type IssuanceDeps,
  type RequestedCredential,
} from '../../issuer/issuance/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { LivePublisher } from '../../platform/live/index.ts'
import {
  actingIn,
  announce,
  markSessionSigned,
  requireOpenSession,
  requireSessionAccess,
  type TrainingSession,
} from '../training-sessions/index.ts'
import { buildAwards, planVersion, type SigningFacts } from './build-awards.ts'
import type { HostStatements } from './host-statement.ts'
import { mayAttest } from './may-attest.ts'
import { planSigning, type SigningPlan } from './plan-signing.ts'
import { readGrid } from './read-grid.ts'
import { deleteReceived } from './received-store.ts'
import { sessionEvidence } from './session-evidence.ts'

export type SignSessionDeps = IssuanceDeps & {
  readonly live?: LivePublisher | undefined
  /** What hosts abroad said through their links. */
  readonly hostStatements?: HostStatements | undefined
}

export interface SignInput {
  readonly sessionId: string
  /** {@link SigningPreview.version} of what was shown; undefined signs what is there (command line). */
  readonly version?: string | undefined
  /** The trainer's name when the command line signs for them; a signed-in trainer signs with their own. */
  readonly attestedBy?: string | undefined
  /** Their account, when the command line knows which one bears that name. */
  readonly attestor?: AccountId | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

export interface SignedSession {
  readonly batchId: string
  readonly credentials: readonly RequestedCredential[]
  readonly signed: number
  readonly failed: number
}

export interface SigningPreview {
  readonly session: TrainingSession
  readonly plan: SigningPlan
  readonly evidence: SigningFacts['evidence']
  readonly hosts: SigningFacts['hosts']
  /** Digest of what would be signed. */
  readonly version: string
}

/**
 * What signing would do now.
 * @throws AppError `not-found`
 */
export async function previewSigning(
  deps: SignSessionDeps,
  actor: Actor,
  sessionId: string,
): Promise<SigningPreview> {
  const session = await requireSessionAccess(deps.db, actor, sessionId)
  const { plan, ...facts } = await plannedFor(deps, deps.db, session, deps.clock.now())
  return { session, plan, ...facts, version: planVersion(plan, { session, ...facts }) }
}

export interface SigningRequest {
  readonly batchId: string
  readonly credentials: readonly RequestedCredential[]
}

/**
 * Signs the session in one act: {@link requestSigning}, then the signatures. A crash in between is taken up at the next
 * start.
 * @throws AppError as {@link requestSigning}
 */
export async function signSession(
  deps: SignSessionDeps,
  actor: Actor,
  input: SignInput,
): Promise<SignedSession> {
  const { batchId, credentials } = await requestSigning(deps, actor, input)
  const { onProgress } = input
  const { signed, failed } = await completeIssuance(deps, { batchId, ...(onProgress ? { onProgress } : {}) })
  return { batchId, credentials, signed, failed }
}

/**
 * The decision: in one transaction the session is closed, its credentials are requested and the act is recorded. What is
 * left is work that any process may do. Only a trainer or coordinator of the structure signs, or who is named in the session
 * from elsewhere (the platform's admin saw nobody); the system signs for the trainer it names.
 * @throws AppError `not-found`, `forbidden`, `structure-closed`, `session-already-signed`, `nothing-to-sign`,
 * `changed-meanwhile`
 */
export async function requestSigning(
  deps: SignSessionDeps,
  actor: Actor,
  input: SignInput,
): Promise<SigningRequest> {
  const at = deps.clock.now()
  return deps.db.transaction(async (trx) => {
    // the structure before the session, in the order of a merger, so that of the two one waits
    const { organisationId } = await requireSessionAccess(trx, actor, input.sessionId)
    await requireOpenOrganisation(trx, organisationId)
    const session = await requireOpenSession(trx, actor, input.sessionId)
    const acting = await actingIn(trx, actor, session)
    if (!mayAttest(acting, session)) throw new AppError('forbidden')
    const { plan, ...facts } = await plannedFor(deps, trx, session, at)
    if (plan.credentials === 0) throw new AppError('nothing-to-sign')
    if (input.version !== undefined && input.version !== planVersion(plan, { session, ...facts }))
      throw new AppError('changed-meanwhile')
    const attestedBy = actor.kind === 'system' ? (input.attestedBy ?? actor.name) : actor.name
    await markSessionSigned(trx, session.id, { at, actor, name: attestedBy, attestor: input.attestor })
    await deleteReceived(trx, session.id)
    const awards = buildAwards(plan, { session, ...facts, attestedBy, awardedOn: dayInParis(at) })
    const requested = await requestIssuance(trx, deps, acting, awards)
    await recordEvent(trx, {
      at,
      actor,
      action: 'session.signed',
      organisationId: session.organisationId,
      subject: { type: 'training-session', id: session.id },
      details: { batchId: requested.batchId, credentials: plan.credentials, recipients: plan.recipients },
    })
    await announce(
      trx,
      deps.live,
      session,
      plan.people.map(({ enrolment }) => enrolment),
    )
    return requested
  })
}

async function plannedFor(deps: SignSessionDeps, db: Db, session: TrainingSession, now: Date) {
  const grid = await readGrid(db, session)
  const stays = grid.rows.flatMap(({ enrolment }) => enrolment.mobility?.id ?? [])
  return {
    plan: planSigning(grid, now),
    evidence: await sessionEvidence(db, grid),
    hosts: await deps.hostStatements?.(db, stays),
  }
}
