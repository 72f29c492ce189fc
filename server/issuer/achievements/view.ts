import type { Locale } from '../../kernel/locale.ts'
import { achievementUrl, KEY_COMPETENCES_URL } from './achievement-object.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import type { Competence } from './competence.ts'
import { offeredFrameworks } from './shipped-frameworks.ts'

/** The competences of a stay abroad, each with its page. */
export function achievementsPage(locale: Locale, t: Translate) {
  return {
    title: t('achievements.listTitle'),
    plain: true,
    frameworks: offeredFrameworks().map(({ label, competences }) => ({
      label: label[locale],
      competences: competences.map((competence) => ({
        url: achievementUrl('', competence.code, locale),
        label: competence.label[locale],
        description: competence.description[locale],
      })),
    })),
    several: offeredFrameworks().length > 1,
  }
}

/** A competence explained to people: what each level means, who sets it, and the European words for it. */
export function achievementPage(competence: Competence, locale: Locale) {
  return {
    title: competence.label[locale],
    plain: true,
    pageClass: 'narrow',
    isLanguage: competence.kind === 'language',
    description: competence.description[locale],
    steps: competence.levels.map(({ code, label, description }) => ({
      code,
      of: competence.levels.length,
      label: label[locale],
      description: description[locale],
    })),
    esco: competence.esco.map(({ uri, label }) => ({ uri, label: label[locale] })),
    keyCompetence: competence.keyCompetence.label[locale],
    keyCompetencesUrl: KEY_COMPETENCES_URL.replace('{locale}', locale.toUpperCase()),
    machineUrl: `${achievementUrl('', competence.code, locale)}.json`,
  }
}
