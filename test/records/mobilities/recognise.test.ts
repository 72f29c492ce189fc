import { describe, expect, it } from 'vitest'
import {
  programmeLabel,
  PROGRAMMES,
  recogniseCountry,
  recogniseProgramme,
} from '../../../server/records/mobilities/index.ts'

describe('recognising a country', () => {
  it.each([
    ['Allemagne', 'DE'],
    ['ALLEMAGNE ', 'DE'],
    ['L’Allemagne', 'DE'],
    ['Deutschland', 'DE'],
    ['de', 'DE'],
    ['DEU', 'DE'],
    ['Allemagne (DE)', 'DE'],
    ['PT - Portugal', 'PT'],
    ['Pays Bas', 'NL'],
    ['les Pays-Bas', 'NL'],
    ['Royaume-Uni', 'GB'],
    ['Angleterre', 'GB'],
    ['UK', 'GB'],
    ['Republique tcheque', 'CZ'],
    ['Tchéquie', 'CZ'],
    ["Cote d'ivoire", 'CI'],
    ['Etats-Unis', 'US'],
    ['España', 'ES'],
    ['Turquie', 'TR'],
    ['Viêt Nam', 'VN'],
    ['Québec', 'CA'],
    ['Kosovo', 'XK'],
    ['Berlin', undefined],
    ['France / Allemagne', undefined],
    ['', undefined],
  ])('%s is %s', (written, alpha2) => {
    expect(recogniseCountry(written)).toBe(alpha2)
  })

  it('knows every country by its French and English names', () => {
    for (const locale of ['fr', 'en']) {
      const names = new Intl.DisplayNames([locale], { type: 'region' })
      for (const code of [
        'FR',
        'IE',
        'MT',
        'RO',
        'BG',
        'SN',
        'MA',
        'TN',
        'IS',
        'NO',
        'CH',
        'GE',
        'UA',
        'JP',
        'NZ',
      ])
        expect(recogniseCountry(names.of(code) ?? '')).toBe(code)
    }
  })
})

describe('recognising a programme', () => {
  it.each([
    ['Erasmus +', 'ERASMUS'],
    ['ERASMUS PLUS', 'ERASMUS'],
    ['Erasmus+ EFP', 'KA121-VET'],
    ['erasmus+ jeunesse 2026', 'KA151-YOU'],
    ['CES', 'ESC-VOL'],
    ['SVE', 'ESC-VOL'],
    ['Corps Européen de Solidarité', 'ESC-VOL'],
    ['service civique', 'SC-INT'],
    ['OFAJ - stage', 'OFAJ'],
    ['Stage PFMP en Allemagne', 'PFMP'],
    ['ka152-you', 'KA152-YOU'],
    ['mission ces jeunes', undefined],
    ['Pass Région', undefined],
  ])('%s is %s', (written, code) => {
    expect(recogniseProgramme(written)?.code).toBe(code)
  })

  it('recognises its own codes and labels, and gives each code once', () => {
    for (const programme of PROGRAMMES)
      for (const written of [programme.code, programme.label.fr, programme.label.en])
        expect(recogniseProgramme(written)?.code).toBe(programme.code)
    expect(new Set(PROGRAMMES.map(({ code }) => code)).size).toBe(PROGRAMMES.length)
  })

  it('prints a programme nobody knows as it was written', () => {
    expect(programmeLabel('Pass Région', 'fr')).toBe('Pass Région')
  })
})
