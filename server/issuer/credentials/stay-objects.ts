import type { Locale } from '../../kernel/locale.ts'
import { countryName, formatDate, translator } from '../../platform/i18n/index.ts'
import type { JsonObject } from '../../vc/index.ts'
import type { MobilityFacts } from './award.ts'
import { evidenceObject, ownEvidenceId } from './evidence-objects.ts'

/** The host abroad as `source` of the achievement: a Profile with its place and country. */
export function hostProfile(stay: MobilityFacts, credentialId: string, locale: Locale): JsonObject {
  return {
    id: `${credentialId}#host`,
    type: ['Profile'],
    ...(stay.hostName === undefined ? {} : { name: stay.hostName }),
    address: {
      type: ['Address'],
      ...(stay.hostTown === undefined ? {} : { addressLocality: stay.hostTown }),
      addressCountry: countryName(locale, stay.hostCountry),
      addressCountryCode: stay.hostCountry,
    },
  }
}

/** One sentence: where, when. */
export function stayNarrative(stay: MobilityFacts, locale: Locale): string {
  return translator(locale)('achievements.stayNarrative', {
    what: stay.activity ?? stay.programme,
    where: [stay.hostTown, countryName(locale, stay.hostCountry)].filter(Boolean).join(', '),
    from: formatDate(locale, stay.startsOn),
    to: formatDate(locale, stay.endsOn),
  })
}

/** The stay as evidence of a competence: its programme, under the stay's own kind as genre. */
export function stayEvidence(stay: MobilityFacts, credentialId: string, locale: Locale): JsonObject {
  const narrative = stayNarrative(stay, locale)
  return {
    id: ownEvidenceId(credentialId, 'stay'),
    ...evidenceObject({ name: stay.programme, narrative, genre: stay.kind }),
  }
}
