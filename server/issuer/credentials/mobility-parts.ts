import type { Locale } from '../../kernel/locale.ts'
import { translator } from '../../platform/i18n/index.ts'
import type { JsonObject } from '../../vc/index.ts'
import type { BuildContext, MobilityAward, MobilityFacts } from './award.ts'
import type { Parts } from './build-credential.ts'
import { activityDates } from './common-properties.ts'
import { observationEvidence } from './evidence-objects.ts'
import { hostProfile, stayNarrative } from './stay-objects.ts'

/** The stay itself as an achievement, of the kind that its programme makes it. */
export function mobilityParts(award: MobilityAward, context: BuildContext): Parts {
  const { mobility, locale, summary } = award
  const t = translator(locale)
  return {
    name: mobility.activity ?? mobility.programme,
    subject: {
      ...staySubject(mobility, context, locale),
      achievement: {
        id: `${context.id}#achievement`,
        type: ['Achievement'],
        achievementType: mobility.kind,
        inLanguage: locale,
        name: mobility.programme,
        description: t('achievements.stayDescription'),
        criteria: { narrative: t('achievements.stayCriteria') },
      },
    },
    evidence: observationEvidence(award, summary, context),
  }
}

/** When and where: dates, what the person did there, the host. */
export function staySubject(mobility: MobilityFacts, context: BuildContext, locale: Locale): JsonObject {
  return {
    ...activityDates(mobility),
    ...(mobility.activity === undefined ? {} : { role: mobility.activity }),
    narrative: stayNarrative(mobility, locale),
    source: hostProfile(mobility, context.id, locale),
  }
}
