import type { Actor } from '../../kernel/roles.ts'
import type { Agreement } from './agreement.ts'
import { selectChoices } from './choice-store.ts'
import { openLinkOf, type LinkDeps, type OpenLink } from './make-link.ts'
import { mustAgreeThemselves } from './minority.ts'
import type { Person } from './person-store.ts'
import { requireWard } from './require-ward.ts'
import { selectAgreements } from './store.ts'

/** A young person and what was agreed about their passport. */
export interface Ward {
  readonly person: Person
  /** Newest first. */
  readonly agreements: readonly Agreement[]
  /** The link a guardian can agree with now. */
  readonly link: OpenLink | undefined
  /** Below fifteen the young person is asked as well. */
  readonly together: boolean
  readonly ownAgreement: boolean
}

/** @throws AppError `not-found` (see {@link requireWard}) */
export async function findWard(deps: LinkDeps, actor: Actor, learnerId: string): Promise<Ward> {
  const person = await requireWard(deps, actor, learnerId)
  return {
    person,
    agreements: await selectAgreements(deps.db, person),
    link: await openLinkOf(deps.db, deps, person),
    together: mustAgreeThemselves(person.birthDate, deps.clock.now()),
    ownAgreement: (await selectChoices(deps.db, person)).agreedAt !== null,
  }
}
