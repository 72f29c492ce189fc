import { isoInstant, type Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import type { LearnerActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { recordEvent } from '../audit/index.ts'
import { saveChoices, selectChoices, type Choices } from './choice-store.ts'
import { cameOfAgeSince, isMinor, mustAgreeThemselves } from './minority.ts'
import { lockPerson, selectPerson, type Person } from './person-store.ts'
import { hasAgreement, publicPageOf, type PublicPage } from './public-page.ts'

export interface ChoiceDeps {
  readonly db: Db
  readonly clock: Clock
}

/** What a young person can say about their public page. */
export const WISHES = ['public', 'private', 'agree', 'disagree'] as const
export type Wish = (typeof WISHES)[number]

/** Their public page, and who decides about it besides them. */
export interface OwnPage {
  readonly page: PublicPage
  readonly keptPrivate: boolean
  readonly minor: boolean
  /** Whether they are asked for an agreement of their own, and gave it. */
  readonly ownAgreement: 'not-needed' | 'asked' | 'given'
  readonly guardianAgreed: boolean
}

/** @throws AppError `not-found` for a record that is gone */
export async function findOwnPage({ db, clock }: ChoiceDeps, youth: LearnerActor): Promise<OwnPage> {
  const now = clock.now()
  const person = await requirePerson(db, youth)
  const choices = await selectChoices(db, person)
  const asked = mustAgreeThemselves(person.birthDate, now)
  return {
    page: await publicPageOf(db, person, now),
    keptPrivate: choices.keptPrivateAt !== null,
    minor: isMinor(person.birthDate, now),
    ownAgreement: !asked ? 'not-needed' : choices.agreedAt === null ? 'asked' : 'given',
    guardianAgreed: await hasAgreement(db, person),
  }
}

/**
 * A young person's own word about their public page. Nobody overrides it: a guardian's agreement opens no page that its
 * owner keeps private, and the other way round.
 */
export async function chooseVisibility(deps: ChoiceDeps, youth: LearnerActor, wish: Wish): Promise<void> {
  await write(deps, youth, `youth.${ACTIONS[wish]}`, (known, at) => {
    switch (wish) {
      case 'public':
        return { ...known, keptPrivateAt: null }
      case 'private':
        return { ...known, keptPrivateAt: at }
      case 'agree':
        return { ...known, agreedAt: at }
      case 'disagree':
        // at fifteen nobody asks for their agreement any more: their no must outlive the question
        return { ...known, agreedAt: null, keptPrivateAt: known.keptPrivateAt ?? at }
    }
  })
}

const ACTIONS: Readonly<Record<Wish, string>> = {
  public: 'page-opened',
  private: 'page-kept-private',
  agree: 'agreement-given',
  disagree: 'agreement-withdrawn',
}

/** Whether they came of age since we know them, and have not been told yet that the passport is theirs alone. */
export async function comesOfAge({ db, clock }: ChoiceDeps, youth: LearnerActor): Promise<boolean> {
  const person = await requirePerson(db, youth)
  if (!cameOfAgeSince(person.birthDate, person.knownSince, clock.now())) return false
  return (await selectChoices(db, person)).ofAgeSeenAt === null
}

/** The first choice of somebody who came of age; their guardian's link is dead by then. */
export async function takeOver(
  deps: ChoiceDeps,
  youth: LearnerActor,
  wish: 'public' | 'private',
): Promise<void> {
  await write(deps, youth, 'youth.came-of-age', (known, at) => ({
    ...known,
    keptPrivateAt: wish === 'private' ? at : null,
    ofAgeSeenAt: at,
  }))
}

async function write(
  { db, clock }: ChoiceDeps,
  youth: LearnerActor,
  action: string,
  change: (known: Choices, at: string) => Choices,
): Promise<void> {
  const at = clock.now()
  await db.transaction(async (trx) => {
    const person = await requirePerson(trx, youth)
    // two taps at once: each leaves standing what the other said
    await lockPerson(trx, person)
    await saveChoices(trx, person, change(await selectChoices(trx, person), isoInstant(at)))
    await recordEvent(trx, {
      at,
      actor: youth,
      action,
      organisationId: person.organisationId,
      subject: { type: 'learner', id: person.learnerId },
    })
  })
}

async function requirePerson(db: Db, { learnerId }: LearnerActor): Promise<Person> {
  const person = await selectPerson(db, learnerId)
  if (person === undefined) throw new AppError('not-found')
  return person
}
