import { isoInstant } from '../../kernel/clock.ts'
import type { Actor, Speaker } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import type { Person } from './person-store.ts'
import type { GuardianshipDeps } from './record-agreement.ts'
import { requireWard } from './require-ward.ts'
import { withdrawAgreements } from './store.ts'

/**
 * Takes an agreement back, at the guardian's word: the public page closes at once.
 * @throws AppError `not-found` (see {@link requireWard})
 */
export async function withdrawAgreement(
  deps: GuardianshipDeps,
  actor: Actor,
  learnerId: string,
): Promise<void> {
  const person = await requireWard(deps, actor, learnerId)
  await deps.db.transaction((trx) => takeBack(trx, actor, person, deps.clock.now()))
}

/** Where none holds (any more), nothing happens. */
export async function takeBack(trx: Db, by: Speaker, person: Person, at: Date): Promise<void> {
  const withdrawn = await withdrawAgreements(trx, person, isoInstant(at))
  if (withdrawn === 0) return
  await recordEvent(trx, {
    at,
    actor: by,
    action: 'guardian-agreement.withdrawn',
    organisationId: person.organisationId,
    subject: { type: 'learner', id: person.learnerId },
    details: { withdrawn },
  })
}
