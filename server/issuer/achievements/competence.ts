import { z } from 'zod'
import { LOCALES, type Locale } from '../../kernel/locale.ts'

/** How much on one's own: 1 with help, 2 on one's own, 3 with initiative, 4 passes it on. */
export const AUTONOMY_LEVELS = ['1', '2', '3', '4'] as const
/** Common European Framework of Reference for Languages, global scale. */
export const CEFR_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const
export type AutonomyLevel = (typeof AUTONOMY_LEVELS)[number]
export type CefrLevel = (typeof CEFR_LEVELS)[number]
export type LevelCode = AutonomyLevel | CefrLevel

/** What may be answered instead of a level; kept in the session, never in a credential. */
export const NOT_YET = 'not-yet'

export type Localised = Readonly<Record<Locale, string>>

export interface Level {
  readonly code: LevelCode
  /** A few words: « avec initiative », « B1, à l’aise au quotidien ». */
  readonly label: Localised
  /** What the person does at this level, in one plain sentence. */
  readonly description: Localised
}

export interface EscoSkill {
  readonly uri: string
  readonly label: Localised
}

export interface Competence {
  /** Stable, in URLs and spreadsheets: `EQUIPE`, `LANG-DE`. */
  readonly code: string
  readonly kind: 'autonomy' | 'language'
  readonly label: Localised
  /** For the header of a narrow column. */
  readonly short: Localised
  readonly description: Localised
  /** One or two ESCO concepts; up to three for a language, none for one that ESCO does not list. */
  readonly esco: readonly EscoSkill[]
  /** KC1 to KC8, in the order of the Council Recommendation of 22 May 2018 (2018/C 189/01). */
  readonly keyCompetence: { readonly code: string; readonly label: Localised }
  /** From the first to the highest. */
  readonly levels: readonly Level[]
}

export interface Framework {
  readonly id: string
  readonly version: string
  readonly label: Localised
  readonly competences: readonly Competence[]
}

/** KC1 to KC8 (Council Recommendation of 22 May 2018, 2018/C 189/01). */
export const KEY_COMPETENCES = ['KC1', 'KC2', 'KC3', 'KC4', 'KC5', 'KC6', 'KC7', 'KC8'] as const
export type KeyCompetenceCode = (typeof KEY_COMPETENCES)[number]

/** A level in words: « avec initiative », « B1, à l’aise au quotidien ». The code where the competence has no such level. */
export function levelLabel(competence: Competence, code: LevelCode, locale: Locale): string {
  return competence.levels.find((level) => level.code === code)?.label[locale] ?? code
}

const words = z.object(
  Object.fromEntries(LOCALES.map((locale) => [locale, z.string().min(1)])) as Record<Locale, z.ZodString>,
)
const escoSkill = z.object({ uri: z.url(), label: words })
const languageCode = z.string().regex(/^[a-z]{2}$/)
const keyCompetence = z.object({ code: z.string(), label: words })

/** Shape of `credentials-schema/frameworks/passerelle-mobility.json`. */
export const frameworkFile = z.object({
  id: z.string(),
  version: z.string(),
  label: words,
  levels: z.array(z.object({ code: z.enum(AUTONOMY_LEVELS), label: words })).length(AUTONOMY_LEVELS.length),
  competences: z.array(
    z.object({
      code: z.string().regex(/^[A-Z]+$/),
      label: words,
      short: words,
      description: words,
      esco: z.array(escoSkill).min(1),
      keyCompetence,
      levels: z.array(words).length(AUTONOMY_LEVELS.length),
    }),
  ),
})

/** Shape of `credentials-schema/frameworks/languages.json`. */
export const languagesFile = z.object({
  id: z.string(),
  version: z.string(),
  label: words,
  levels: z
    .array(z.object({ code: z.enum(CEFR_LEVELS), label: words, description: words }))
    .length(CEFR_LEVELS.length),
  keyCompetence,
  // where CLDR gives two languages one name, or a name that people do not use
  names: z.record(languageCode, words),
  // speaking, understanding, writing, as far as ESCO has them
  esco: z.record(languageCode, z.array(escoSkill).min(1).max(3)),
})

/** Shape of `credentials-schema/frameworks/key-competences.json`. */
export const keyCompetencesFile = z.object({
  items: z.array(z.object({ code: z.enum(KEY_COMPETENCES), label: words })).length(KEY_COMPETENCES.length),
})

/** What a network writes of one of its own competences; the four levels are those of every other, described. */
export const ownCompetenceContent = z.object({
  label: words,
  short: words,
  description: words,
  esco: z.array(escoSkill).max(3),
  keyCompetence: z.enum(KEY_COMPETENCES),
  levels: z.array(words).length(AUTONOMY_LEVELS.length),
})
export type OwnCompetenceContent = z.output<typeof ownCompetenceContent>
