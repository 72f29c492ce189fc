import { translator } from '../../platform/i18n/index.ts'
import { LOCALES, type Locale } from '../../kernel/locale.ts'
import { CREDENTIALS_V2, OPEN_BADGES_CONTEXT, type JsonObject } from '../../vc/index.ts'
import type { Competence } from './competence.ts'

/** The three voices, each with a result of its own on the same levels. */
export const VOICES = ['attested', 'declared', 'confirmed'] as const
export type ResultVoice = (typeof VOICES)[number]

/** The Achievement's `id`: one per language, a page for people and JSON for machines. */
export function achievementUrl(publicUrl: string, competenceCode: string, locale: Locale): string {
  return `${publicUrl}/achievements/${competenceCode}/${locale}`
}

/** `id` of the ResultDescription in which a voice says its level. */
export const resultDescriptionId = (achievement: string, voice: ResultVoice): string =>
  `${achievement}#${voice}`

/** `id` of a level inside a voice's ResultDescription. */
export const rubricLevelId = (achievement: string, voice: ResultVoice, level: string): string =>
  `${achievement}#${voice}-${level}`

/** The Council Recommendation, in the Official Journal; `{locale}` in capitals. */
export const KEY_COMPETENCES_URL =
  'https://eur-lex.europa.eu/legal-content/{locale}/TXT/?uri=CELEX:32018H0604(01)'

/**
 * A competence as an Open Badges 3.0 Achievement (§B.1.2) in one language, with its levels as rubric
 * (ResultDescription, RubricCriterionLevel) and its alignments to ESCO and to the EU's key competences. The published
 * definition lets every voice speak; a credential carries those that spoke.
 */
export function achievementObject(
  competence: Competence,
  locale: Locale,
  publicUrl: string,
  voices: readonly ResultVoice[] = VOICES,
): JsonObject {
  const t = translator(locale)
  const id = achievementUrl(publicUrl, competence.code, locale)
  return {
    id,
    type: ['Achievement'],
    achievementType: 'Competency',
    humanCode: competence.code,
    inLanguage: locale,
    name: competence.label[locale],
    description: competence.description[locale],
    criteria: { narrative: t('achievements.criteria') },
    alignment: [
      ...competence.esco.map(({ uri, label }) => ({
        type: ['Alignment'],
        targetName: label[locale],
        targetUrl: uri,
        targetFramework: 'ESCO v1.1.1',
        targetType: 'ext:ESCO',
      })),
      {
        type: ['Alignment'],
        targetName: competence.keyCompetence.label[locale],
        targetUrl: KEY_COMPETENCES_URL.replace('{locale}', locale.toUpperCase()),
        targetCode: competence.keyCompetence.code,
        targetFramework: t('achievements.keyCompetences'),
        targetType: 'ext:EUKeyCompetence',
      },
    ],
    resultDescription: voices.map((voice) => ({
      id: resultDescriptionId(id, voice),
      type: ['ResultDescription'],
      name: t(`achievements.result-${voice}`),
      resultType: 'RubricCriterionLevel',
      rubricCriterionLevel: competence.levels.map((level, index) => ({
        id: rubricLevelId(id, voice, level.code),
        type: ['RubricCriterionLevel'],
        name: level.label[locale],
        level: level.code,
        points: String(index + 1),
        // the levels mean the same in every voice: they are described once
        ...(voice === 'attested' ? { description: level.description[locale] } : {}),
      })),
    })),
  }
}

/** The definition as it is found at its URL: every voice, and the same achievement in the other languages. */
export function publishedAchievement(competence: Competence, locale: Locale, publicUrl: string): JsonObject {
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_CONTEXT],
    ...achievementObject(competence, locale, publicUrl),
    related: LOCALES.filter((other) => other !== locale).map((other) => ({
      id: achievementUrl(publicUrl, competence.code, other),
      type: ['Related'],
      inLanguage: other,
    })),
  }
}
