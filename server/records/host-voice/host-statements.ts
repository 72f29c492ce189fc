import { dayInParis } from '../../kernel/clock.ts'
import type { HostStatement, HostStatements } from '../assessments/index.ts'
import type { HostAnswer, HostLink } from './host-request.ts'
import { selectStanding } from './standing-answers.ts'

/** What hosts said of stays and stand by, as their structure signs it. */
export const hostStatements: HostStatements = async (db, mobilityIds) => {
  const standing = await selectStanding(db, mobilityIds)
  return new Map(standing.map(({ mobilityId, answer, link }) => [mobilityId, statementOf(answer, link)]))
}

/** The tutor is named where they agreed to be. */
export function statementOf(answer: HostAnswer, link: HostLink): HostStatement {
  const { startsOn, endsOn, sentence, tutorName, tutorRole, namedAt, updatedAt } = answer
  return {
    dates: { startsOn, endsOn },
    reached: {
      way: link.way,
      askedOn: dayInParis(new Date(link.madeAt)),
      answeredOn: dayInParis(new Date(updatedAt)),
    },
    ...(sentence === null ? {} : { sentence }),
    ...(namedAt === null
      ? {}
      : { tutor: { name: tutorName, ...(tutorRole === null ? {} : { role: tutorRole }) } }),
  }
}
