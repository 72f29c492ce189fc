import { z } from 'zod'
import { LOCALES } from '../../kernel/locale.ts'
import { KEY_COMPETENCES, type OwnCompetenceContent } from '../achievements/index.ts'
import type { FoundSkill } from '../esco/index.ts'

const line = (max: number) =>
  z
    .string('fields.required')
    .trim()
    .min(1, 'fields.required')
    .max(max, 'fields.tooLong')
    .regex(/^\P{Cc}*$/u, 'fields.malformed')

/** The name of a framework. */
export const frameworkForm = z.object({ nameFr: line(120), nameEn: line(120) })

const several = (value: unknown): unknown => (typeof value === 'string' ? [value] : (value ?? []))
const MOST_SKILLS = 3

const skillUris = z.preprocess(several, z.array(z.string().max(200)).max(MOST_SKILLS, 'fields.tooManySkills'))

/** A competence as it is written: every text in both languages, because passports travel. */
export const competenceForm = z.object({
  labelFr: line(120),
  labelEn: line(120),
  shortFr: line(40),
  shortEn: line(40),
  descriptionFr: line(300),
  descriptionEn: line(300),
  level1Fr: line(200),
  level1En: line(200),
  level2Fr: line(200),
  level2En: line(200),
  level3Fr: line(200),
  level3En: line(200),
  level4Fr: line(200),
  level4En: line(200),
  keyCompetence: z.enum(KEY_COMPETENCES, 'fields.choice'),
  esco: skillUris,
})
export type CompetenceForm = z.output<typeof competenceForm>

/** The skills ticked and the words searched, from a form that is not finished. */
export const searchForm = z.object({
  action: z.string().optional().catch(undefined),
  search: z.string().trim().max(100).catch(''),
  esco: skillUris.catch([]),
})

export const LEVELS = [1, 2, 3, 4] as const

/** What is kept of a filled form and the skills it names. */
export function contentOf(form: CompetenceForm, esco: readonly FoundSkill[]): OwnCompetenceContent {
  return {
    label: { fr: form.labelFr, en: form.labelEn },
    short: { fr: form.shortFr, en: form.shortEn },
    description: { fr: form.descriptionFr, en: form.descriptionEn },
    esco: esco.map(({ uri, label }) => ({ uri, label })),
    keyCompetence: form.keyCompetence,
    levels: LEVELS.map((level) => ({ fr: form[`level${level}Fr`], en: form[`level${level}En`] })),
  }
}

/** The form's fields filled with what is kept. */
export function valuesOf(content: OwnCompetenceContent): Record<string, string> {
  const values: Record<string, string> = { keyCompetence: content.keyCompetence }
  for (const locale of LOCALES) {
    const end = locale === 'fr' ? 'Fr' : 'En'
    values[`label${end}`] = content.label[locale]
    values[`short${end}`] = content.short[locale]
    values[`description${end}`] = content.description[locale]
    for (const level of LEVELS) values[`level${level}${end}`] = content.levels[level - 1]?.[locale] ?? ''
  }
  return values
}

/** The official ESCO file. */
export const escoForm = z.object({
  language: z.enum(LOCALES, 'fields.choice'),
  version: z
    .string('fields.required')
    .trim()
    .regex(/^\d{1,2}(\.\d{1,2}){0,2}$/, 'fields.escoVersion'),
})
