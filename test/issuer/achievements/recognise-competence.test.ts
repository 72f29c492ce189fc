import { describe, expect, test } from 'vitest'
import {
  findCompetence,
  languageCompetences,
  mobilityFramework,
  parseLevel,
  recogniseCompetence,
  type Competence,
} from '../../../server/issuer/achievements/index.ts'
import { recogniseColumn } from '../../../server/records/imports/recognise-columns.ts'

const all = [...mobilityFramework().competences, ...languageCompetences()]
const namesOf = ({ code, label, short }: Competence): string[] => [
  code,
  label.fr,
  label.en,
  short.fr,
  short.en,
]
const known = (code: string): Competence => {
  const found = findCompetence(code)
  if (found === undefined) throw new Error(`no ${code}`)
  return found
}

describe('the title of a column', () => {
  test('is never the name of two competences', () => {
    for (const competence of all)
      for (const name of namesOf(competence))
        expect([name, recogniseCompetence(name)?.code]).toEqual([name, competence.code])
  })

  test('is never mistaken for another column of the spreadsheet', () => {
    for (const competence of all)
      for (const name of namesOf(competence))
        expect([name, recogniseColumn(name)]).toEqual([
          name,
          { kind: 'level', competence: competence.code, voice: 'attested' },
        ])
  })

  test.each([
    ['equipe', 'EQUIPE'],
    ['TRAVAILLER DANS UNE EQUIPE INTERNATIONALE', 'EQUIPE'],
    ['  travailler   dans une équipe internationale ', 'EQUIPE'],
    ['Équipe internationale', 'EQUIPE'],
    ['working in an international team', 'EQUIPE'],
    ["S'adapter à un cadre nouveau", 'ADAPTATION'],
    ['S’ADAPTER A UN CADRE NOUVEAU', 'ADAPTATION'],
    ['Imprévus', 'IMPREVU'],
    ['Allemand', 'LANG-DE'],
    ['ALLEMAND', 'LANG-DE'],
    ['German', 'LANG-DE'],
    ['allemand (CECRL)', 'LANG-DE'],
    ['German (CEFR)', 'LANG-DE'],
    ['Allemand - CECR', 'LANG-DE'],
    ['Niveau d’anglais', 'LANG-EN'],
    ['Langue : espagnol', 'LANG-ES'],
    ['Communiquer en portugais', 'LANG-PT'],
    ['lang-de', 'LANG-DE'],
    ['Créole haïtien', 'LANG-HT'],
  ])('« %s » is %s', (header, code) => {
    expect(recogniseCompetence(header)?.code).toBe(code)
  })

  test.each([
    '',
    '  ',
    'Nom',
    'Prénom',
    'Pays',
    'Observation',
    'Organisation',
    'No',
    'ID',
    'DE',
    '(CECRL)',
    '__proto__',
  ])('« %s » is no competence', (header) => {
    expect(recogniseCompetence(header)).toBeUndefined()
  })
})

describe('a cell', () => {
  const team = known('EQUIPE')
  const german = known('LANG-DE')

  test.each([
    ['3', '3'],
    [' 3 ', '3'],
    ['3,0', '3'],
    ['3.0', '3'],
    ['3/4', '3'],
    ['Niveau 3', '3'],
    ['level 3', '3'],
    ['Avec initiative', '3'],
    ['AVEC DE L’AIDE', '1'],
    ["avec de l'aide", '1'],
    ['and passes it on', '4'],
    ['Pas encore', 'not-yet'],
    ['pas encore acquis', 'not-yet'],
    ['not yet', 'not-yet'],
    ['not-yet', 'not-yet'],
  ])('« %s » is level %s of a competence', (cell, level) => {
    expect(parseLevel(team, cell)).toBe(level)
  })

  test.each([
    ['b1', 'B1'],
    ['B1', 'B1'],
    [' C2', 'C2'],
    ['niveau A2', 'A2'],
    ['B1, à l’aise au quotidien', 'B1'],
    ['pas encore', 'not-yet'],
  ])('« %s » is level %s of a language', (cell, level) => {
    expect(parseLevel(german, cell)).toBe(level)
  })

  test.each(['0', '5', '-1', '3?', '2-3', '33', '3,5', 'B1', 'oui', '', ' '])(
    '« %s » is no level of a competence',
    (cell) => {
      expect(parseLevel(team, cell)).toBeUndefined()
    },
  )

  test.each(['3', 'D1', 'B3', 'courant', ''])('« %s » is no level of a language', (cell) => {
    expect(parseLevel(german, cell)).toBeUndefined()
  })
})
