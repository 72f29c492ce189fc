import type { CredentialContent, MobilityFacts } from '../../issuer/credentials/index.ts'
import type { JsonObject } from '../../vc/index.ts'
import { awarded, organisation, part, place, startOf } from './agents.ts'
import { activityOf, WORKSHOP } from './concepts.ts'
import { languageMap } from './words.ts'

/** The same credential, read in both languages. */
export interface Twice {
  readonly fr: CredentialContent
  readonly en: CredentialContent
}

/** Who signed it. */
export const awardingBody = ({ issuer, locale }: CredentialContent): JsonObject =>
  organisation({ id: issuer.did, name: issuer.name, ...(issuer.url ? { url: issuer.url } : {}) }, locale)

/** The stay that a credential tells, as a learning activity; none when it tells none. */
export function stay({ fr: content }: Twice): JsonObject[] {
  const { mobility, locale } = content
  if (mobility === undefined) return []
  const id = part(content.url, 'stay')
  // what people wrote is in no other language
  const title = languageMap({ [locale]: nameOf(mobility) })
  const { hostName, hostTown, hostCountry } = mobility
  const town = hostTown === undefined ? {} : { town: hostTown }
  return [
    {
      id,
      type: 'LearningActivity',
      title,
      awardedBy: awarded(id, awardingBody(content), content.awardedOn),
      temporal: [period(id, mobility)],
      location: [place(id, hostCountry, hostTown, locale)],
      ...(hostName === undefined
        ? {}
        : {
            directedBy: [
              organisation({ id: part(id, 'host'), name: hostName, country: hostCountry, ...town }, locale),
            ],
          }),
      specifiedBy: {
        id: part(id, 'specification'),
        type: 'LearningActivitySpecification',
        title,
        dcType: [activityOf(mobility.kind)],
      },
    },
  ]
}

const nameOf = ({ activity, programme }: MobilityFacts): string =>
  activity === undefined ? programme : `${activity} (${programme})`

/** A session attended before or after: a workshop. */
export function session({ fr: content }: Twice): JsonObject[] {
  if (content.session === undefined) return []
  const id = part(content.url, 'session')
  const title = languageMap({ [content.locale]: content.session.title })
  return [
    {
      id,
      type: 'LearningActivity',
      title,
      awardedBy: awarded(id, awardingBody(content), content.awardedOn),
      temporal: [period(id, content.session)],
      specifiedBy: {
        id: part(id, 'specification'),
        type: 'LearningActivitySpecification',
        title,
        dcType: [WORKSHOP],
      },
    },
  ]
}

const period = (of: string, { startsOn, endsOn }: { startsOn: string; endsOn: string }): JsonObject => ({
  id: part(of, 'period'),
  type: 'PeriodOfTime',
  startDate: startOf(startsOn),
  endDate: startOf(endsOn),
})
