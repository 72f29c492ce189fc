import type { Locale } from '../../kernel/locale.ts'
import { countryName, formatDate, translator } from '../../platform/i18n/index.ts'
import type { JsonObject } from '../../vc/index.ts'
import type { BuildContext, EndorsementAward } from './award.ts'
import { checkOwnSchema } from './check-own-schema.ts'
import { commonProperties, OPEN_BADGE_CONTEXTS } from './common-properties.ts'
import { evidenceObject } from './evidence-objects.ts'
import { stayNarrative } from './stay-objects.ts'
import { withoutBlanks } from './without-blanks.ts'

/** What an endorsement tells besides its comment, each as a piece of evidence with an `id` of its own. */
export type EndorsementPart = 'host' | 'stay' | 'dates' | 'link'

export const endorsementPartId = (credentialId: string, part: EndorsementPart): string =>
  `${credentialId}#${part}`

/**
 * The unsigned EndorsementCredential (Open Badges 3.0 §B.5) of what a host abroad said. Its issuer is the structure,
 * because the host has no key; its subject is the credential of the stay, the comment is the host's own sentence, and the
 * evidence says who spoke, of whom and of which stay, and through which link.
 * @throws AppError `schema-mismatch`
 */
export function buildEndorsement(award: EndorsementAward, context: BuildContext): JsonObject {
  const facts = withoutBlanks(award)
  const { locale, sentence, stay } = facts
  const t = translator(locale)
  const host = hostName(stay.hostName, locale)
  const endorsement: JsonObject = {
    '@context': [...OPEN_BADGE_CONTEXTS],
    id: context.id,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: t('achievements.endorsementName', { name: facts.learner.name, host }),
    description: t('achievements.endorsementDescription', { host }),
    inLanguage: locale,
    ...commonProperties(facts, context),
    credentialSubject: {
      id: context.endorsed ?? '',
      type: ['EndorsementSubject'],
      ...(sentence === undefined ? {} : { endorsementComment: sentence }),
    },
    evidence: evidenceOf(facts, context.id, host),
  }
  checkOwnSchema('endorsement-credential', endorsement)
  return endorsement
}

export const hostName = (name: string | undefined, locale: Locale): string =>
  name ?? translator(locale)('achievements.unnamedHost')

/** The title of an endorsement, for a holder whose name was corrected. */
export const endorsementName = (name: string, host: string, locale: Locale): string =>
  translator(locale)('achievements.endorsementName', { name, host })

function evidenceOf(award: EndorsementAward, id: string, host: string): JsonObject[] {
  const { locale, stay, dates, tutor, reached } = award
  const t = translator(locale)
  const day = (value: string): string => formatDate(locale, value)
  const part = (what: EndorsementPart) => ({ id: endorsementPartId(id, what) })
  const who = [tutor?.name, tutor?.role].filter((text) => text !== undefined).join(', ')
  const where = [stay.hostTown, countryName(locale, stay.hostCountry)].filter(Boolean).join(', ')
  return [
    {
      ...part('host'),
      ...evidenceObject({ name: host, genre: 'Host', ...(who === '' ? {} : { narrative: who }) }),
      description: where,
    },
    {
      ...part('stay'),
      ...evidenceObject({
        name: award.learner.name,
        narrative: stayNarrative(stay, locale),
        genre: stay.kind,
      }),
    },
    {
      ...part('dates'),
      ...evidenceObject({
        name: t('achievements.endorsementDates'),
        narrative: t('achievements.endorsementFromTo', { from: day(dates.startsOn), to: day(dates.endsOn) }),
        genre: 'Dates',
      }),
    },
    {
      ...part('link'),
      ...evidenceObject({
        name: t('achievements.endorsementLink'),
        narrative: t(`achievements.endorsementLink-${reached.way}`, {
          asked: day(reached.askedOn),
          answered: day(reached.answeredOn),
        }),
        genre: 'SinglePurposeLink',
      }),
    },
  ]
}
