import { dayInParis, isoInstant } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { GuardianActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { hashToken } from '../accounts/index.ts'
import type { Agreement, GuardianLink } from './agreement.ts'
import { isMinor, mustAgreeThemselves } from './minority.ts'
import { selectPerson, type Person } from './person-store.ts'
import { keepAgreement, type GuardianshipDeps } from './record-agreement.ts'
import { claimLink, selectAgreements, selectLinkByHash } from './store.ts'
import { takeBack } from './withdraw-agreement.ts'

export type GuardianDeps = Pick<GuardianshipDeps, 'db' | 'clock'>

export interface OpenedLink {
  readonly link: GuardianLink
  readonly person: Person
  /** The agreement that holds, however it was given. */
  readonly agreement: Agreement | undefined
  /** Below fifteen the young person is asked as well. */
  readonly together: boolean
}

/**
 * What a guardian's link opens: the question while nobody answered it, afterwards the agreement, to be taken back as
 * easily as it was given. It dies when the young person comes of age.
 * @throws AppError `link-unknown`, `link-expired` (nobody agreed with it in time), `of-age`
 */
export async function openGuardianLink({ db, clock }: GuardianDeps, token: string): Promise<OpenedLink> {
  const now = clock.now()
  const link = await selectLinkByHash(db, hashToken(token))
  const person = link && (await selectPerson(db, link.learnerId))
  if (link === undefined || person === undefined) throw new AppError('link-unknown')
  if (!isMinor(person.birthDate, now)) throw new AppError('of-age')
  if (link.usedAt === null && Date.parse(link.expiresAt) <= now.getTime()) throw new AppError('link-expired')
  const agreement = (await selectAgreements(db, person)).find(({ withdrawnAt }) => withdrawnAt === null)
  return { link, person, agreement, together: mustAgreeThemselves(person.birthDate, now) }
}

/**
 * The guardian agrees. A link serves for this once.
 * @throws AppError as {@link openGuardianLink}; `link-expired` when it has served, `already-exists`
 */
export async function agreeByLink(deps: GuardianDeps, token: string): Promise<void> {
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    const { link, person } = await openGuardianLink({ ...deps, db: trx }, token)
    await use(trx, link, isoInstant(at))
    await keepAgreement(trx, guardianOf(person), {
      person,
      givenOn: dayInParis(at),
      way: 'link',
      linkId: link.id,
      at,
    })
  })
}

/**
 * The guardian takes the agreement back, whichever way it was given. A link that had not served then has.
 * @throws AppError as {@link openGuardianLink}
 */
export async function withdrawByLink(deps: GuardianDeps, token: string): Promise<void> {
  const at = deps.clock.now()
  await deps.db.transaction(async (trx) => {
    const { link, person } = await openGuardianLink({ ...deps, db: trx }, token)
    if (link.usedAt === null) await use(trx, link, isoInstant(at))
    await takeBack(trx, guardianOf(person), person, at)
  })
}

async function use(trx: Db, link: GuardianLink, at: string): Promise<void> {
  if (!(await claimLink(trx, link.id, at))) throw new AppError('link-expired')
}

const guardianOf = ({ learnerId }: Person): GuardianActor => ({ kind: 'guardian', learnerId, name: '' })
