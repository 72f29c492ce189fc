import { isMinor, mayShowPublicly } from '../../access/guardianship/index.ts'
import { findOrganisation, type Organisation } from '../../access/organisations/index.ts'
import { listCredentialsOfLearner, type CredentialRecord } from '../../issuer/credentials/index.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { StaffActor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import { listEvidence, type Evidence } from '../evidence/index.ts'
import { requireLearner, type LearnerFile } from '../learners/index.ts'
import { listMobilities, toldOnce, type Mobility } from '../mobilities/index.ts'
import { coordinates } from '../support-needs/index.ts'
import { selectHasSlip } from './store.ts'
import { listSeats, listSessions, type Seat } from '../training-sessions/index.ts'

export interface FileDeps {
  readonly db: Db
  readonly clock: Clock
}

/** A place in a session, and whether the actor may open that session and work in it. */
export interface SeatSeen extends Seat {
  readonly open: boolean
  /** What was shown as evidence there; nothing of a session that the actor does not work in. */
  readonly evidence: readonly Evidence[]
}

/** Everything that the page of a young person shows. */
export interface LearnerDossier extends LearnerFile {
  readonly organisation: Organisation | undefined
  readonly stays: readonly Mobility[]
  readonly seats: readonly SeatSeen[]
  readonly credentials: readonly CredentialRecord[]
  readonly minor: boolean
  /** Whether others may open their passport: at an age where a guardian agrees, whether one did. */
  readonly shownPublicly: boolean
  /** Whether they have a slip that opens their space. */
  readonly hasSlip: boolean
  /** Asks about support: coordinates the person's own structure. */
  readonly asksSupport: boolean
}

/**
 * The file of a young person, with what went into it from records that became one with it.
 * @throws AppError `not-found`
 */
export async function readFile(
  { db, clock }: FileDeps,
  actor: StaffActor,
  id: string,
): Promise<LearnerDossier> {
  const file = await requireLearner(db, actor, id)
  const { learner, records } = file
  const now = clock.now()
  return {
    ...file,
    organisation: await findOrganisation(db, learner.organisationId),
    stays: toldOnce(await listMobilities(db, records), learner.id),
    seats: await seatsSeen(db, actor, records),
    credentials: await credentialsOf(db, records),
    minor: isMinor(learner.birthDate, now),
    shownPublicly: await mayShowPublicly(db, learner.id, now),
    hasSlip: await selectHasSlip(db, records),
    asksSupport: coordinates(actor, learner),
  }
}

async function seatsSeen(db: Db, actor: StaffActor, records: LearnerFile['records']): Promise<SeatSeen[]> {
  const reached = new Map((await listSessions(db, actor)).map((session) => [session.id, session.works]))
  const seen: SeatSeen[] = []
  for (const record of records)
    for (const seat of await listSeats(db, record)) {
      const works = reached.get(seat.session.id) === true
      const evidence = works ? await listEvidence(db, [seat.enrolmentId]) : []
      seen.push({ ...seat, open: reached.has(seat.session.id), evidence })
    }
  return seen.sort((left, right) => right.session.startsOn.localeCompare(left.session.startsOn))
}

async function credentialsOf(db: Db, records: LearnerFile['records']): Promise<CredentialRecord[]> {
  const found: CredentialRecord[] = []
  for (const record of records) found.push(...(await listCredentialsOfLearner(db, record)))
  return found
}
