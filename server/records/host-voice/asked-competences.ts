import { findCompetence, mobilityFramework, type Competence } from '../../issuer/achievements/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { listSaidOf } from '../assessments/index.ts'
import type { HostAnswer } from './host-request.ts'
import type { Question } from './read-question.ts'

/**
 * The competences a host is asked about: those the young person spoke of, otherwise all of the sessions where the stay is
 * spoken of, otherwise those of the network's framework. What was answered before stays on the list. Nobody's level is
 * shown to the host.
 */
export async function askedCompetences(
  db: Db,
  { learner, seats }: Question,
  answer: HostAnswer | undefined,
): Promise<Competence[]> {
  const codes = [...new Set(seats.flatMap(({ session }) => session.competences))]
  const places = new Set(seats.map(({ enrolmentId }) => enrolmentId))
  const declared = new Set(
    (await listSaidOf(db, learner.id))
      .filter(({ voice, level, enrolmentId }) => voice === 'declared' && level && places.has(enrolmentId))
      .map(({ competence }) => competence),
  )
  const spoken = codes.filter((code) => declared.has(code))
  const chosen = spoken.length > 0 ? spoken : codes
  const asked = chosen.length > 0 ? chosen : mobilityFramework().competences.map(({ code }) => code)
  const all = new Set([...asked, ...Object.keys(answer?.levels ?? {})])
  return [...all].flatMap((code) => findCompetence(code) ?? [])
}
