import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOCALES, type Locale } from '../../kernel/locale.ts'
import { languageName, translator } from '../../platform/i18n/index.ts'
import { AppError } from '../../kernel/errors.ts'
import {
  frameworkFile,
  keyCompetencesFile,
  languagesFile,
  type Competence,
  type Framework,
  type KeyCompetenceCode,
  type OwnCompetenceContent,
} from './competence.ts'
import { LANGUAGE_CODES } from './language-codes.ts'
import { findOwnCompetence, ownFrameworks } from './own-competences.ts'

export const MOBILITY_FRAMEWORK_ID = 'passerelle-mobility'

const FOLDER = join(import.meta.dirname, '../../../credentials-schema/frameworks')
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))

const keyCompetences = new Map(
  keyCompetencesFile.parse(readJson('key-competences.json')).items.map((item) => [item.code, item]),
)
const mobility = loadMobility()
const languages = loadLanguages()
const byCode = new Map(
  [...mobility.competences, ...languages].map((competence) => [competence.code, competence]),
)

/** The framework that every session may use: twelve competences of a stay abroad. */
export const mobilityFramework = (): Framework => mobility

/** Every language there is a code for (ISO 639-1), as a competence on the CEFR scale. */
export const languageCompetences = (): readonly Competence[] => languages

/** @throws AppError `not-found` for a framework that is not shipped */
export function findFramework(id: string): Framework {
  if (id !== mobility.id) throw new AppError('not-found')
  return mobility
}

/** The competence of a code (`EQUIPE`, `LANG-DE`, `ACCUEIL-7K3F`), undefined when there is none. */
export function findCompetence(code: string): Competence | undefined {
  return byCode.get(code) ?? findOwnCompetence(code)
}

/** What a session may be about besides languages: the framework of every stay, then the network's own. */
export const offeredFrameworks = (): readonly Framework[] => [mobility, ...ownFrameworks()]

/** The EU's key competence of a code. */
export function keyCompetenceOf(code: KeyCompetenceCode): Competence['keyCompetence'] {
  return keyCompetences.get(code) ?? { code, label: inEach(() => code) }
}

/** A competence that the network wrote, on the same four levels as those of every stay. */
export function ownCompetence(code: string, content: OwnCompetenceContent): Competence {
  const { label, short, description, esco } = content
  return {
    code,
    kind: 'autonomy',
    label,
    short,
    description,
    esco,
    keyCompetence: keyCompetenceOf(content.keyCompetence),
    levels: (mobility.competences[0]?.levels ?? []).map((level, index) => ({
      ...level,
      description: content.levels[index] ?? level.label,
    })),
  }
}

function loadMobility(): Framework {
  const file = frameworkFile.parse(readJson('passerelle-mobility.json'))
  return {
    id: file.id,
    version: file.version,
    label: file.label,
    competences: file.competences.map((competence) => ({
      ...competence,
      kind: 'autonomy',
      levels: file.levels.map(({ code, label }, index) => ({
        code,
        label,
        description: competence.levels[index] ?? label,
      })),
    })),
  }
}

function loadLanguages(): Competence[] {
  const file = languagesFile.parse(readJson('languages.json'))
  return LANGUAGE_CODES.map((code) => {
    const name = inEach((locale) => file.names[code]?.[locale] ?? languageName(locale, code))
    const short = inEach((locale) => capitalised(name[locale], locale))
    return {
      code: `LANG-${code.toUpperCase()}`,
      kind: 'language',
      label: inEach((locale) => translator(locale)('achievements.languageName', { language: name[locale] })),
      short,
      description: inEach((locale) => translator(locale)('achievements.languageDescription')),
      esco: file.esco[code] ?? [],
      keyCompetence: file.keyCompetence,
      levels: file.levels,
    }
  })
}

function inEach(make: (locale: Locale) => string): Record<Locale, string> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, make(locale)])) as Record<Locale, string>
}

function capitalised(text: string, locale: Locale): string {
  return text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1)
}
