import { isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { hashToken } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import type { GuardianLink, GuardianLinkId } from './agreement.ts'
import { guardianLinkUrl, isOpen, linkEnd, linkToken, type LinkSecrets } from './guardian-link.ts'
import { isMinor } from './minority.ts'
import type { Person } from './person-store.ts'
import { hasAgreement } from './public-page.ts'
import type { GuardianshipDeps } from './record-agreement.ts'
import { requireWard } from './require-ward.ts'
import { insertLink, selectLinks } from './store.ts'

export interface LinkDeps extends GuardianshipDeps {
  readonly ring: LinkSecrets
  readonly publicUrl: string
}

/** A link as it is printed or mailed. */
export interface OpenLink {
  readonly link: GuardianLink
  readonly url: string
  readonly person: Person
}

/**
 * The link a guardian can agree with: the one there is while it is open, or a new one. Who asks twice gets the same, so
 * that no letter on its way goes dead.
 * @throws AppError `not-found` (see {@link requireWard}), `of-age`, `already-exists` when an agreement holds
 */
export async function currentOrNewLink(deps: LinkDeps, actor: Actor, learnerId: string): Promise<OpenLink> {
  const person = await requireWard(deps, actor, learnerId)
  return deps.db.transaction((trx) => linkWithin(trx, deps, actor, person))
}

/** {@link currentOrNewLink} in the transaction of what it is made for, for somebody whom the actor looks after. */
export async function linkWithin(trx: Db, deps: LinkDeps, actor: Actor, person: Person): Promise<OpenLink> {
  const at = deps.clock.now()
  if (!isMinor(person.birthDate, at)) throw new AppError('of-age')
  if (await hasAgreement(trx, person)) throw new AppError('already-exists')
  const known = await openLinkOf(trx, deps, person)
  if (known !== undefined) return known
  const id = newId<GuardianLinkId>()
  const token = linkToken(deps.ring, id)
  const link: GuardianLink = {
    id,
    learnerId: person.learnerId,
    tokenHash: hashToken(token),
    createdAt: isoInstant(at),
    expiresAt: isoInstant(linkEnd(at)),
    createdBy: actor.kind === 'staff' ? actor.accountId : null,
    mailedAt: null,
    usedAt: null,
  }
  await insertLink(trx, link)
  await recordEvent(trx, {
    at,
    actor,
    action: 'guardian-link.made',
    organisationId: person.organisationId,
    subject: { type: 'learner', id: person.learnerId },
    details: { linkId: id },
  })
  return { link, url: guardianLinkUrl(deps.publicUrl, token), person }
}

/** The link that is open now, made again to be printed; undefined when there is none. */
export async function openLinkOf(
  db: Db,
  deps: Pick<LinkDeps, 'ring' | 'publicUrl' | 'clock'>,
  person: Person,
): Promise<OpenLink | undefined> {
  const now = deps.clock.now()
  const link = (await selectLinks(db, person)).find((one) => isOpen(one, deps.ring, now))
  return link && { link, url: guardianLinkUrl(deps.publicUrl, linkToken(deps.ring, link.id)), person }
}
