import { parseIsoDate, type IsoDate } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { STAY_KINDS, type MobilityFacts, type SessionFacts, type StayKind } from './award.ts'
import { halfDaysId } from './attendance-parts.ts'
import { ownEvidenceId } from './evidence-objects.ts'
import type { SignedCredential } from './signed-shape.ts'

/** The calendar day of an instant we wrote at midnight UTC. */
export function dayOf(instant: string): IsoDate {
  const day = parseIsoDate(instant.slice(0, 10))
  if (day === undefined) throw new AppError('schema-mismatch')
  return day
}

export const stayKind = (text: string | undefined): StayKind | undefined =>
  STAY_KINDS.find((kind) => kind === text)

/** Where and when the person was; undefined when the credential does not speak of a stay. */
export function readStay(document: SignedCredential): MobilityFacts | undefined {
  const { source, activityStartDate, activityEndDate, role, achievement } = document.credentialSubject
  const place = source?.address
  // a competence tells its stay as evidence, a stay is told by its own achievement
  const told = document.evidence.find(({ id }) => id === ownEvidenceId(document.id, 'stay'))
  const kind = stayKind(achievement.achievementType) ?? stayKind(told?.genre)
  const country = place?.addressCountryCode
  if (kind === undefined || country === undefined) return undefined
  if (activityStartDate === undefined || activityEndDate === undefined) return undefined
  return {
    programme: told?.name ?? achievement.name,
    kind,
    ...(role === undefined ? {} : { activity: role }),
    ...(source?.name === undefined ? {} : { hostName: source.name }),
    ...(place?.addressLocality === undefined ? {} : { hostTown: place.addressLocality }),
    hostCountry: country,
    startsOn: dayOf(activityStartDate),
    endsOn: dayOf(activityEndDate),
  }
}

/** The session attended; undefined when the credential does not speak of one. */
export function readSession(document: SignedCredential): SessionFacts | undefined {
  const { achievement, activityStartDate, activityEndDate, narrative } = document.credentialSubject
  const kind = (['departure', 'return'] as const).find((known) => known === achievement.humanCode)
  if (kind === undefined || activityStartDate === undefined || activityEndDate === undefined) return undefined
  return {
    title: achievement.name,
    kind,
    ...(narrative === undefined ? {} : { place: narrative }),
    startsOn: dayOf(activityStartDate),
    endsOn: dayOf(activityEndDate),
    ...readHalfDays(document),
  }
}

function readHalfDays({ id, credentialSubject }: SignedCredential): Pick<SessionFacts, 'halfDays'> {
  const { result, achievement } = credentialSubject
  const told = result.find(({ resultDescription }) => resultDescription === halfDaysId(id))?.value
  const most = achievement.resultDescription.find((one) => one.id === halfDaysId(id))?.valueMax
  const [attended, of] = [told, most].map((text) => (/^\d{1,3}$/.test(text ?? '') ? Number(text) : undefined))
  return attended === undefined || of === undefined ? {} : { halfDays: { attended, of } }
}
