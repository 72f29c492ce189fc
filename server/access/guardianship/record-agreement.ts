import { dayInParis, isoInstant, type Clock, type IsoDate } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId, type AccountId } from '../../kernel/ids.ts'
import type { Actor, Speaker } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import type { AgreementId, AgreementWay, GuardianLinkId } from './agreement.ts'
import { isMinor } from './minority.ts'
import type { Person } from './person-store.ts'
import { hasAgreement } from './public-page.ts'
import { requireWard, type WardDeps } from './require-ward.ts'
import { insertAgreement } from './store.ts'

export interface GuardianshipDeps extends WardDeps {
  readonly clock: Clock
}

/**
 * Writes down an agreement given on paper: its day and where the paper is kept, never the paper.
 * @throws AppError `not-found` (see {@link requireWard}), `of-age`, `already-exists`, `invalid-input` (a day to come)
 */
export async function recordPaperAgreement(
  deps: GuardianshipDeps,
  actor: Actor,
  input: { readonly learnerId: string; readonly givenOn: IsoDate; readonly reference: string },
): Promise<void> {
  const at = deps.clock.now()
  const { givenOn, reference } = input
  if (givenOn > dayInParis(at))
    throw new AppError('invalid-input', {}, [{ field: 'givenOn', message: 'fields.inFuture' }])
  const person = await requireWard(deps, actor, input.learnerId)
  const recordedBy = actor.kind === 'staff' ? actor.accountId : null
  await deps.db.transaction((trx) =>
    keepAgreement(trx, actor, { person, givenOn, way: 'paper', reference, recordedBy, at }),
  )
}

interface GivenAgreement {
  readonly person: Person
  readonly givenOn: IsoDate
  readonly way: AgreementWay
  readonly reference?: string
  readonly recordedBy?: AccountId | null
  readonly linkId?: GuardianLinkId
  readonly at: Date
}

/**
 * Keeps an agreement, in the transaction of what led to it.
 * @throws AppError `of-age` when nobody else decides any more, `already-exists` when one holds already
 */
export async function keepAgreement(trx: Db, by: Speaker, given: GivenAgreement): Promise<void> {
  const { person, at } = given
  if (!isMinor(person.birthDate, at)) throw new AppError('of-age')
  if (await hasAgreement(trx, person)) throw new AppError('already-exists')
  const id = newId<AgreementId>()
  await insertAgreement(trx, {
    id,
    learnerId: person.learnerId,
    givenOn: given.givenOn,
    way: given.way,
    reference: given.reference ?? null,
    recordedBy: given.recordedBy ?? null,
    linkId: given.linkId ?? null,
    recordedAt: isoInstant(at),
    withdrawnAt: null,
  })
  await recordEvent(trx, {
    at,
    actor: by,
    action: 'guardian-agreement.recorded',
    organisationId: person.organisationId,
    subject: { type: 'learner', id: person.learnerId },
    details: { agreementId: id, way: given.way },
  })
}
