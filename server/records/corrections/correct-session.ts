import { recordEvent } from '../../access/audit/index.ts'
import { requireOpenOrganisation } from '../../access/organisations/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { CredentialChange } from '../../issuer/credentials/index.ts'
import {
  completeReissue,
  lockCredentials,
  requestReissue,
  type ReissueDeps,
} from '../../issuer/reissue/index.ts'
import { withdrawCredentials } from '../../issuer/revocation/index.ts'
import { publishStaleLists } from '../../issuer/status-lists/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { writeAssessments } from '../assessments/index.ts'
import { fullName, renameLearner } from '../learners/index.ts'
import {
  actingIn,
  requireLockedSession,
  requireSessionAccess,
  writeObservation,
  type TrainingSession,
} from '../training-sessions/index.ts'
import type { PersonCorrection } from './correction.ts'
import { preview, type CorrectionInput } from './preview-correction.ts'
import { requireCorrectable } from './require-correctable.ts'
import { insertCorrections } from './store.ts'

export interface CorrectInput extends CorrectionInput {
  /** {@link CorrectionPlan.version} of what was shown; undefined corrects what is there. */
  readonly version?: string | undefined
}

export interface CorrectedSession {
  readonly people: number
  /** Documents signed and stored, passports included. */
  readonly signed: number
  /** Not signed yet; the session's page offers to resume. */
  readonly failed: number
}

/**
 * Corrects a signed session: the records, what was attested from them, and the passports, in one act. In one transaction
 * names, levels and words are changed, what nobody attests any more is withdrawn, and what says something else now is
 * asked for anew; then it is signed, and the old papers lead to the new ones. This is the only way in which a signed
 * session changes. Somebody's reading of before and after stays with the structure.
 * @throws AppError `not-found`, `forbidden`, `structure-closed`, `invalid-input`, `changed-meanwhile`,
 * `nothing-to-correct`, `correction-pending` while something of the people concerned waits for its signature
 */
export async function correctSession(
  deps: ReissueDeps,
  actor: Actor,
  input: CorrectInput,
): Promise<CorrectedSession> {
  const now = deps.clock.now()
  const { people, batchId } = await deps.db.transaction(async (trx) => {
    const { organisationId } = await requireSessionAccess(trx, actor, input.sessionId)
    // the structure before the session, in the order of a merger, so that of the two one waits
    await requireOpenOrganisation(trx, organisationId)
    const session = await requireCorrectable(trx, actor, input.sessionId, requireLockedSession)
    const { plan, attestedBy } = await preview(trx, now, actor, session, input.sheets)
    if (input.version !== undefined && input.version !== plan.version) throw new AppError('changed-meanwhile')
    // who is named from elsewhere corrects what they signed; a name stays with the structure that keeps the record
    const acting = await actingIn(trx, actor, session)
    const requested = await applyToCredentials(trx, deps, acting, plan.people)
    const batch = requested ?? newId<string>()
    for (const person of plan.people)
      await applyToRecords(trx, deps, actor, session, person, { attestedBy, batchId: batch })
    await recordEvent(trx, {
      at: now,
      actor,
      action: 'session.corrected',
      organisationId: session.organisationId,
      subject: { type: 'training-session', id: session.id },
      details: {
        batchId: batch,
        enrolments: plan.people.map(({ enrolment }) => enrolment.id),
        fields: plan.people.reduce((sum, { corrections }) => sum + corrections.length, 0),
      },
    })
    return { people: plan.people.length, batchId: requested }
  })
  if (batchId !== undefined) return { people, ...(await completeReissue(deps, batchId)) }
  await publishStaleLists(deps)
  return { people, signed: 0, failed: 0 }
}

/** The batch to sign; undefined when nothing that was signed changes. */
async function applyToCredentials(
  trx: Db,
  deps: ReissueDeps,
  actor: Actor,
  people: readonly PersonCorrection[],
): Promise<string | undefined> {
  const reissued = people.flatMap((person) => person.reissued)
  const withdrawn = people.flatMap((person) => person.withdrawn)
  const added = people.flatMap((person) => person.added)
  if (reissued.length + withdrawn.length + added.length === 0) return undefined
  await lockCredentials(
    trx,
    [...reissued.map(({ record }) => record), ...withdrawn].map(({ id }) => id),
  )
  const at = deps.clock.now()
  await withdrawCredentials(trx, actor, { credentials: withdrawn, reason: 'content-wrong', at })
  const renamed = people.filter(({ names }) => names !== undefined)
  if (reissued.length + added.length === 0 && people.every(({ passport }) => passport === undefined))
    return undefined
  const { batchId } = await requestReissue(trx, deps, actor, {
    credentialIds: reissued.map(({ record }) => record.id),
    reason: 'correction',
    changes: new Map(
      reissued.map(({ record, change }): [typeof record.id, CredentialChange] => [record.id, change]),
    ),
    names: new Map(
      renamed.map(({ enrolment, names }) => [enrolment.learner.id, fullName(names ?? enrolment.learner)]),
    ),
    passportsOf: people
      .filter(({ passport }) => passport !== undefined)
      .map(({ enrolment }) => enrolment.learner.id),
    awards: added,
  })
  return batchId
}

async function applyToRecords(
  trx: Db,
  deps: ReissueDeps,
  actor: Actor,
  session: TrainingSession,
  person: PersonCorrection,
  by: { readonly attestedBy: string; readonly batchId: string },
): Promise<void> {
  const { enrolment, names, observation } = person
  if (names !== undefined) await renameLearner(trx, deps, actor, { learner: enrolment.learner, names })
  if (observation !== undefined)
    await writeObservation(trx, deps, actor, session, { enrolmentId: enrolment.id, observation })
  const cells = person.cells.map((cell) => ({ ...cell, authorName: by.attestedBy }))
  await writeAssessments(trx, deps, actor, session, cells)
  await insertCorrections(
    trx,
    {
      sessionId: session.id,
      organisationId: session.organisationId,
      learnerId: enrolment.learner.id,
      madeAt: isoInstant(deps.clock.now()),
      madeBy: actor.kind === 'staff' ? actor.accountId : null,
      madeByName: actor.name,
      batchId: by.batchId,
    },
    person.corrections,
  )
}
