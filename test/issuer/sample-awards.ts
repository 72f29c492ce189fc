import type { AttendanceAward, PassportAward } from '../../server/issuer/credentials/index.ts'
import { parseIsoDate, type IsoDate } from '../../server/kernel/clock.ts'
import { newId, type LearnerId, type OrganisationId } from '../../server/kernel/ids.ts'

const day = (text: string): IsoDate => {
  const parsed = parseIsoDate(text)
  if (parsed === undefined) throw new Error(`${text} is no day`)
  return parsed
}

export interface Learner {
  readonly id: LearnerId
  readonly name: string
  readonly subjectUrn: string
}

export function aLearner(name = 'Inès Morel'): Learner {
  return { id: newId<LearnerId>(), name, subjectUrn: `urn:uuid:${crypto.randomUUID()}` }
}

/** That a learner took part in a return session: the simplest thing to attest. */
export function anAttendance(
  organisationId: OrganisationId,
  learner: Learner,
  key = 'return',
): AttendanceAward {
  return {
    ...common(organisationId, learner, key),
    kind: 'attendance',
    session: {
      title: 'Formation au retour',
      kind: 'return',
      place: 'Clermont-Ferrand',
      startsOn: day('2026-07-02'),
      endsOn: day('2026-07-03'),
    },
  }
}

export function aPassport(organisationId: OrganisationId, learner: Learner, key = 'passport'): PassportAward {
  return { ...common(organisationId, learner, key), kind: 'passport' }
}

function common(organisationId: OrganisationId, learner: Learner, key: string) {
  return {
    awardKey: `${learner.id}:${key}`,
    learner,
    organisationId,
    sessionId: null,
    locale: 'fr' as const,
    awardedOn: day('2026-07-03'),
    attestedBy: 'Claire Fayolle',
  }
}
