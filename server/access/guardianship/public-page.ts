import type { Db } from '../../platform/db/index.ts'
import { selectChoices, type Choices } from './choice-store.ts'
import { isMinor, mustAgreeThemselves } from './minority.ts'
import { selectPerson, type Person } from './person-store.ts'
import { selectAgreements } from './store.ts'

/** Whether others may open what was issued to somebody, or what it waits for. */
export type PublicPage =
  | 'open'
  /** Their own wish. */
  | 'kept-private'
  /** A minor's guardian has not agreed, or no longer does. */
  | 'waits-for-guardian'
  /** The guardian agreed; below fifteen the young person says it too. */
  | 'waits-for-own-agreement'

/** Whether others may open it now. A record that is gone has nothing left to hide. */
export async function mayShowPublicly(db: Db, learnerId: string, now: Date): Promise<boolean> {
  return (await hiddenHolder(db, learnerId, now)) === undefined
}

/** What may be said of somebody whose passport nobody may open now; undefined when everybody may. */
export async function hiddenHolder(
  db: Db,
  learnerId: string,
  now: Date,
): Promise<{ readonly initials: string } | undefined> {
  const person = await selectPerson(db, learnerId)
  if (person === undefined || (await publicPageOf(db, person, now)) === 'open') return undefined
  return { initials: initialsOf(person) }
}

/** Why a person's page is open or closed, on the day and at the instant it is now. */
export async function publicPageOf(db: Db, person: Person, now: Date): Promise<PublicPage> {
  const choices = await selectChoices(db, person)
  if (isMinor(person.birthDate, now) && !(await hasAgreement(db, person))) return 'waits-for-guardian'
  if (!agreesThemselves(person, choices, now)) return 'waits-for-own-agreement'
  return choices.keptPrivateAt === null ? 'open' : 'kept-private'
}

export const agreesThemselves = (
  { birthDate }: Pick<Person, 'birthDate'>,
  { agreedAt }: Choices,
  now: Date,
): boolean => agreedAt !== null || !mustAgreeThemselves(birthDate, now)

export async function hasAgreement(db: Db, person: Person): Promise<boolean> {
  const agreements = await selectAgreements(db, person)
  return agreements.some(({ withdrawnAt }) => withdrawnAt === null)
}

/** « I. B. » */
export function initialsOf(person: Pick<Person, 'givenName' | 'familyName'>): string {
  return [person.givenName, person.familyName]
    .flatMap((name) => Array.from(name.trim().normalize('NFC')).slice(0, 1))
    .map((letter) => `${letter.toUpperCase()}.`)
    .join('\u00a0')
}
