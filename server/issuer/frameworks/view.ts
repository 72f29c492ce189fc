import type { Locale } from '../../kernel/locale.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import {
  AUTONOMY_LEVELS,
  KEY_COMPETENCES,
  keyCompetenceOf,
  levelLabel,
  mobilityFramework,
} from '../achievements/index.ts'
import type { EscoImport, FoundSkill } from '../esco/index.ts'
import { LEVELS } from './forms.ts'
import type { WrittenCompetence, WrittenFramework } from './read-framework.ts'

interface Words {
  readonly t: Translate
  readonly locale: Locale
}

const shared = { section: 'admin' } as const

/** The frameworks there are, and the ESCO skills they may point to. */
export function frameworksPage(
  frameworks: readonly WrittenFramework[],
  imports: readonly EscoImport[],
  { t, locale }: Words,
) {
  const shipped = mobilityFramework()
  return {
    ...shared,
    title: t('frameworks.title'),
    shipped: {
      name: shipped.label[locale],
      about: t('frameworks.count', { count: shipped.competences.length }),
    },
    frameworks: frameworks.map((framework) => ({
      name: framework.name[locale],
      path: `/admin/frameworks/${framework.id}`,
      about: t('frameworks.count', { count: offeredOf(framework).length }),
      state:
        framework.version === 0
          ? t('frameworks.neverPublished')
          : t('frameworks.published', { version: framework.version }),
      unpublished: framework.unpublished && framework.version > 0 ? t('frameworks.unpublished') : undefined,
    })),
    imports: imports.map(({ language, version, skills, importedAt }) => ({
      language,
      importedAt,
      about: t('frameworks.escoThere', { count: skills, version }),
    })),
  }
}

const offeredOf = ({ competences }: WrittenFramework): readonly WrittenCompetence[] =>
  competences.filter(({ state }) => state !== 'leaving' && state !== 'retired')

/** One framework: its competences in order, and what publishing would do. */
export function frameworkPage(framework: WrittenFramework, { t, locale }: Words) {
  const path = `/admin/frameworks/${framework.id}`
  const last = framework.competences.length - 1
  return {
    ...shared,
    title: framework.name[locale],
    path,
    state:
      framework.version === 0
        ? t('frameworks.neverPublished')
        : t('frameworks.published', { version: framework.version }),
    mayPublish: framework.unpublished,
    competences: framework.competences.map((competence, index) => ({
      label: competence.content.label[locale],
      description: competence.content.description[locale],
      code: competence.currentCode ?? undefined,
      definitionPath: competence.currentCode === null ? undefined : `/achievements/${competence.currentCode}`,
      state: t(`frameworks.state-${competence.state}`),
      toPublish: ['new', 'changed', 'leaving'].includes(competence.state),
      retired: competence.retiredAt !== null,
      versions:
        competence.versions > 1 ? t('frameworks.versions', { count: competence.versions }) : undefined,
      path: `${path}/competences/${competence.id}`,
      first: index === 0,
      last: index === last,
    })),
  }
}

/** Writing a competence. */
export function competencePage(
  input: {
    readonly framework: WrittenFramework
    readonly competence: WrittenCompetence | undefined
    readonly values: Readonly<Record<string, string | undefined>>
    readonly chosen: readonly FoundSkill[]
    readonly found: readonly FoundSkill[] | undefined
    readonly hasEsco: boolean
  },
  { t, locale }: Words,
) {
  const { framework, competence, values, chosen, found } = input
  const path = `/admin/frameworks/${framework.id}`
  const skill = ({ uri, label }: FoundSkill) => ({ uri, label: label[locale] })
  return {
    ...shared,
    title: competence?.content.label[locale] ?? t('frameworks.newCompetence'),
    back: path,
    frameworkName: framework.name[locale],
    action: `${path}/competences/${competence?.id ?? 'new'}`,
    wasPublished: (competence?.versions ?? 0) > 0,
    values,
    keyCompetences: KEY_COMPETENCES.map((code) => ({
      value: code,
      label: keyCompetenceOf(code).label[locale],
    })),
    levels: LEVELS.map((level, index) => ({
      heading: t('frameworks.level', { level, words: levelOfAll(index, locale) }),
      fr: { name: `level${level}Fr`, value: values[`level${level}Fr`] },
      en: { name: `level${level}En`, value: values[`level${level}En`] },
    })),
    hasEsco: input.hasEsco,
    chosen: chosen.map(skill),
    searched: found !== undefined,
    found: found?.filter(({ uri }) => !chosen.some((one) => one.uri === uri)).map(skill) ?? [],
  }
}

/** « avec initiative »: the four levels are the same for every competence. */
function levelOfAll(index: number, locale: Locale): string {
  const [any] = mobilityFramework().competences
  const code = AUTONOMY_LEVELS[index]
  return any === undefined || code === undefined ? '' : levelLabel(any, code, locale)
}
