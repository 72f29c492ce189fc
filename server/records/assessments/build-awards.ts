import { createHash } from 'node:crypto'
import type { IsoDate } from '../../kernel/clock.ts'
import type { EnrolmentId, MobilityId } from '../../kernel/ids.ts'
import type { Award, CompetenceAward } from '../../issuer/credentials/index.ts'
import { translator } from '../../platform/i18n/index.ts'
import { fullName } from '../learners/index.ts'
import { mobilityFacts } from '../mobilities/index.ts'
import type { TrainingSession } from '../training-sessions/index.ts'
import { attestable } from './assessment.ts'
import type { HostStatement } from './host-statement.ts'
import type { PlannedCompetence, PlannedPerson, SigningPlan } from './plan-signing.ts'

export type AwardEvidence = NonNullable<CompetenceAward['evidence']>[number]

export interface SigningFacts {
  readonly session: TrainingSession
  /** The trainer's name, printed in each credential. */
  readonly attestedBy: string
  readonly awardedOn: IsoDate
  /** What was kept as evidence; without competence it speaks of the whole stay. */
  readonly evidence: ReadonlyMap<EnrolmentId, readonly (AwardEvidence & { readonly competence?: string })[]>
  /** What hosts said through their links; nothing where nobody asked. */
  readonly hosts?: ReadonlyMap<MobilityId, HostStatement> | undefined
}

/** The awards of a plan: competences, stay and attendance of each person, then their passport. */
export function buildAwards(plan: SigningPlan, facts: SigningFacts): Award[] {
  return plan.people.filter(({ credentials }) => credentials > 0).flatMap((person) => awardsOf(person, facts))
}

/**
 * A digest of everything a plan would have signed, so that what is signed is what the trainer was shown, and nothing
 * a colleague changed in between. Who signs and when are not part of it.
 */
export function planVersion(
  plan: SigningPlan,
  facts: Pick<SigningFacts, 'session' | 'evidence' | 'hosts'>,
): string {
  const awards = buildAwards(plan, { ...facts, attestedBy: '', awardedOn: facts.session.startsOn })
  return createHash('sha256').update(JSON.stringify(awards)).digest('base64url')
}

function awardsOf(person: PlannedPerson, facts: SigningFacts): Award[] {
  const { session } = facts
  const { mobility, observation } = person.enrolment
  const base = (what: string) => baseOf(person, facts, what)
  // a stay the plan does not attest (not over, or before the departure) is told nowhere
  const stay = person.mobility && mobility ? mobilityFacts(mobility, session.locale) : undefined
  const awards: Award[] = person.competences.map((planned) => {
    const said = planned.cell.attested?.observation ?? (stay ? undefined : observation)
    return {
      ...base(planned.cell.competence.code),
      kind: 'competence',
      competence: planned.cell.competence.code,
      level: planned.level,
      ...otherVoices(planned, facts),
      ...(said === undefined ? {} : { observation: said }),
      ...(stay === undefined ? {} : { mobility: stay }),
      ...evidenceFor(planned, person, facts),
    }
  })
  if (stay) {
    const summary = [mobility?.returnSummary, observation].filter(Boolean).join('\n\n')
    awards.push({
      ...base('mobility'),
      kind: 'mobility',
      mobility: stay,
      ...(summary === '' ? {} : { summary }),
    })
    const said = mobility && facts.hosts?.get(mobility.id)
    if (said)
      awards.push({
        ...base('endorsement'),
        kind: 'endorsement',
        endorses: base('mobility').awardKey,
        stay,
        ...said,
      })
  }
  if (person.attendance)
    awards.push({ ...base('attendance'), kind: 'attendance', session: sessionFacts(session, person) })
  return [...awards, { ...base('passport'), kind: 'passport' }]
}

function baseOf({ enrolment: { learner } }: PlannedPerson, facts: SigningFacts, what: string) {
  const { session } = facts
  return {
    awardKey: `session:${session.id}:${learner.id}:${what}`,
    learner: { id: learner.id, name: fullName(learner), subjectUrn: learner.subjectUrn },
    organisationId: session.organisationId,
    sessionId: session.id,
    locale: session.locale,
    awardedOn: facts.awardedOn,
    attestedBy: facts.attestedBy,
  }
}

/** « Pas encore » of the youth or the host is left out like the trainer's. */
function otherVoices(
  { cell }: PlannedCompetence,
  facts: SigningFacts,
): Pick<CompetenceAward, 'declaredLevel' | 'confirmed'> {
  const declaredLevel = attestable(cell.declared?.level)
  const level = attestable(cell.confirmed?.level)
  const host = cell.confirmed?.authorName
  const by =
    host === undefined || host === '' ? translator(facts.session.locale)('sessions.unnamedHost') : host
  return {
    ...(declaredLevel === undefined ? {} : { declaredLevel }),
    ...(level === undefined ? {} : { confirmed: { level, by } }),
  }
}

function evidenceFor(
  { cell }: PlannedCompetence,
  { enrolment }: PlannedPerson,
  facts: SigningFacts,
): Pick<CompetenceAward, 'evidence'> {
  const kept = (facts.evidence.get(enrolment.id) ?? [])
    .filter(({ competence }) => competence === undefined || competence === cell.competence.code)
    .map(({ competence: _competence, ...evidence }) => evidence)
  return kept.length === 0 ? {} : { evidence: kept }
}

function sessionFacts(session: TrainingSession, { enrolment }: PlannedPerson) {
  const { title, kind, place, startsOn, endsOn } = session
  const { halfDays } = enrolment
  return {
    title,
    kind,
    startsOn,
    endsOn,
    ...(place === undefined ? {} : { place }),
    ...(halfDays === undefined ? {} : { halfDays: { attended: halfDays.attended, of: halfDays.of } }),
  }
}
