import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  findCompetence,
  findFramework,
  languageCompetences,
  levelLabel,
  MOBILITY_FRAMEWORK_ID,
  mobilityFramework,
  type Competence,
} from '../../../server/issuer/achievements/index.ts'
import { LOCALES } from '../../../server/kernel/locale.ts'

const SHARED = join(import.meta.dirname, '../../../../shared/domain')
const hasShared = existsSync(SHARED)
if (!hasShared) console.warn('No ../shared here: the ESCO labels are not compared with their source.')

const { competences } = mobilityFramework()
const all = [...competences, ...languageCompetences()]

const wordsOf = (competence: Competence, locale: 'fr' | 'en'): string[] => [
  competence.label[locale],
  competence.short[locale],
  competence.description[locale],
  ...competence.levels.flatMap(({ label, description }) => [label[locale], description[locale]]),
]

describe('the mobility framework', () => {
  test('has twelve competences, each with four levels described one by one in both languages', () => {
    expect(competences).toHaveLength(12)
    for (const competence of competences) {
      expect(competence.levels.map(({ code }) => code)).toEqual(['1', '2', '3', '4'])
      for (const locale of LOCALES)
        expect(new Set(competence.levels.map(({ description }) => description[locale])).size).toBe(4)
    }
  })

  test('says the four degrees of autonomy in the same words everywhere', () => {
    for (const competence of competences)
      expect(competence.levels.map(({ code }) => levelLabel(competence, code, 'fr'))).toEqual([
        'avec de l’aide',
        'en autonomie',
        'avec initiative',
        'et le transmet',
      ])
  })

  test('never speaks of failure', () => {
    const failure =
      /échou|échec|insuffisan|incapable|ne sait pas|ne peut pas|faible|fail|unable|cannot|weak|poor/i
    for (const competence of all)
      for (const locale of LOCALES)
        for (const words of wordsOf(competence, locale)) expect(words).not.toMatch(failure)
  })

  test('is typeset: curly apostrophes, and no line that could break before a French colon', () => {
    for (const competence of all)
      for (const locale of LOCALES) {
        for (const words of wordsOf(competence, locale)) {
          expect(words).not.toContain("'")
          if (locale === 'fr') expect(words).not.toMatch(/ [:;?!»]|« /)
        }
      }
  })

  test('keeps every level short enough to be read at a glance', () => {
    for (const competence of competences)
      for (const { description } of competence.levels)
        for (const locale of LOCALES) expect(description[locale].length).toBeLessThanOrEqual(110)
  })

  test('names one or two ESCO skills and one of the eight key competences each time', () => {
    for (const { esco, keyCompetence } of competences) {
      expect([1, 2]).toContain(esco.length)
      expect(keyCompetence.code).toMatch(/^KC[1-8]$/)
    }
  })

  test('is found by its id, and no other is', () => {
    expect(findFramework(MOBILITY_FRAMEWORK_ID)).toBe(mobilityFramework())
    expect(() => findFramework('another')).toThrow(expect.objectContaining({ code: 'not-found' }))
  })
})

describe('languages', () => {
  test('are there for each ISO 639-1 code, on the six levels of the CEFR', () => {
    expect(languageCompetences().length).toBeGreaterThanOrEqual(182)
    const german = findCompetence('LANG-DE')
    expect(german).toMatchObject({
      kind: 'language',
      label: { fr: 'Communiquer en allemand', en: 'Communicating in German' },
      short: { fr: 'Allemand', en: 'German' },
      keyCompetence: { code: 'KC2' },
    })
    expect(german?.levels.map(({ code }) => code)).toEqual(['A1', 'A2', 'B1', 'B2', 'C1', 'C2'])
    expect(german?.levels.every(({ code, label }) => label.fr.startsWith(`${code}, `))).toBe(true)
  })

  test('name the ESCO skills of speaking, understanding and writing where ESCO has them', () => {
    expect(findCompetence('LANG-DE')?.esco.map(({ label }) => label.fr)).toEqual([
      'interagir verbalement en allemand',
      'comprendre l’allemand oral',
      'écrire en allemand',
    ])
    expect(findCompetence('LANG-KW')?.esco).toEqual([])
  })

  test('all have a name of their own', () => {
    for (const locale of LOCALES) {
      const names = languageCompetences().map(({ short }) => short[locale])
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) expect(name.length).toBeGreaterThan(2)
    }
  })
})

test('nothing is found under a code that is none', () => {
  for (const code of ['', 'equipe', 'LANG-QQ', '__proto__', 'constructor'])
    expect(findCompetence(code)).toBeUndefined()
})

describe.skipIf(!hasShared)('alignments', () => {
  const labels = new Map<string, { fr: string; en: string }>()
  if (hasShared)
    for (const file of ['esco/esco-transversal.json', 'esco/esco-languages.json']) {
      const source = JSON.parse(readFileSync(join(SHARED, file), 'utf8')) as Record<string, unknown>
      for (const entry of [source['groups'], source['skills']].flat() as (
        { uri: string; fr: string; en: string } | undefined
      )[])
        if (entry) labels.set(entry.uri, { fr: plain(entry.fr), en: entry.en })
    }

  test('are real ESCO concepts under their real names', () => {
    for (const { esco } of all)
      for (const { uri, label } of esco)
        expect({ fr: plain(label.fr), en: label.en }).toEqual(labels.get(uri))
  })

  test('are real key competences under their real names', () => {
    const { items } = JSON.parse(readFileSync(join(SHARED, 'frameworks/key-competences.json'), 'utf8')) as {
      items: { id: string; fr: string; en: string }[]
    }
    for (const { keyCompetence } of all) {
      const { fr, en } = keyCompetence.label
      expect(items).toContainEqual(expect.objectContaining({ id: keyCompetence.code, fr, en }))
    }
  })
})

function plain(text: string): string {
  return text.replaceAll("'", '’')
}
