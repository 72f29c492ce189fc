import type { IsoDate } from '../../kernel/clock.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { JsonObject } from '../../vc/index.ts'
import { country } from './concepts.ts'
import { languageMap } from './words.ts'

/** Structures that sign with us are French: no other profile can be made (`IssuerProfile`). */
const HOME_COUNTRY = 'FR'

export interface Agent {
  readonly id: string
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  readonly town?: string
  readonly url?: string
}

/** An organisation: its name and the country it is in are what every profile asks for. */
export function organisation(agent: Agent, locale: Locale): JsonObject {
  return {
    id: agent.id,
    type: 'Organisation',
    legalName: languageMap({ [locale]: agent.name }),
    location: [place(agent.id, agent.country ?? HOME_COUNTRY, agent.town, locale)],
    ...(agent.url === undefined
      ? {}
      : { homepage: [{ id: part(agent.id, 'homepage'), type: 'WebResource', contentURL: agent.url }] }),
  }
}

/** A place, as far as it is known: the town by its name, the country by its code. */
export const place = (of: string, alpha2: string, town: string | undefined, locale: Locale): JsonObject => ({
  id: part(of, 'place'),
  type: 'Location',
  ...(town === undefined ? {} : { geographicName: languageMap({ [locale]: town }) }),
  address: [{ id: part(of, 'address'), type: 'Address', countryCode: country(alpha2) }],
})

/** By whom, and on which day. */
export const awarded = (of: string, by: JsonObject, day: IsoDate): JsonObject => ({
  id: part(of, 'award'),
  type: 'AwardingProcess',
  awardingBody: [by],
  awardingDate: startOf(day),
})

/** A day as the model writes instants. */
export const startOf = (day: string): string => `${day}T00:00:00Z`

/** A name for a part of something: each node has one, so that telling it twice tells it once. */
export const part = (of: string, name: string): string =>
  of.includes('#') ? `${of}-${name}` : `${of}#${name}`
