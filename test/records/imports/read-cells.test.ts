import { describe, expect, it } from 'vitest'
import { readAttendance, readEmail, splitFullName } from '../../../server/records/imports/read-cells.ts'
import { readDate } from '../../../server/records/imports/read-date.ts'
import { ageOn } from '../../../server/records/imports/read-person.ts'
import { csvCell } from '../../../server/records/imports/index.ts'
import { day } from '../training-sessions/a-network.ts'

describe('a date as people write it', () => {
  it.each([
    '03/07/2026',
    '3/7/2026',
    '03-07-2026',
    '3.7.2026',
    '2026-07-03',
    '2026/07/03',
    '03/07/2026 00:00',
    '03/07/2026 00:00:00',
    '2026-07-03T00:00:00Z',
    '3 juillet 2026',
    '03 Juil. 2026',
    'vendredi 3 juillet 2026',
    'July 3, 2026',
    '3rd July 2026',
  ])('%s is 3 July 2026', (text) => {
    expect(readDate(text)).toEqual({ ok: true, date: '2026-07-03' })
  })

  it('reads the first of a month in French', () => {
    expect(readDate('1er mars 2026')).toEqual({ ok: true, date: '2026-03-01' })
  })

  it.each([
    ['31/02/2026', 'impossible'],
    ['29/02/2025', 'impossible'],
    ['00/01/2026', 'impossible'],
    ['03/07/0206', 'impossible'],
    ['31/12/9999', 'impossible'],
    ['03/07/26', 'two-digit-year'],
    ['03-juil-26', 'two-digit-year'],
    ['46206', 'excel-number'],
    ['07/25/2026', 'month-first'],
    ['été 2026', 'unreadable'],
    ['juillet 2026', 'unreadable'],
    ['2026', 'unreadable'],
    ['######', 'unreadable'],
  ])('%s is refused: %s', (text, reason) => {
    expect(readDate(text)).toEqual({ ok: false, reason })
  })

  it('counts full years', () => {
    expect(ageOn(day('2005-07-04'), day('2026-07-03'))).toBe(20)
    expect(ageOn(day('2005-07-03'), day('2026-07-03'))).toBe(21)
  })
})

describe('one column for the whole name', () => {
  it.each([
    ['DUPONT Chloé', 'Chloé', 'DUPONT'],
    ['Chloé DUPONT', 'Chloé', 'DUPONT'],
    ['LE GOFF Jean-Marc', 'Jean-Marc', 'LE GOFF'],
    ['Dupont, Chloé', 'Chloé', 'Dupont'],
    ['de SOUSA Maria', 'Maria', 'de SOUSA'],
    ['Maria de SOUSA', 'Maria', 'de SOUSA'],
    ['d’ALMEIDA Inès', 'Inès', 'd’ALMEIDA'],
    ["N'DIAYE Aïcha Rose", 'Aïcha Rose', "N'DIAYE"],
    ['ÉLOÏSE-MARTIN Anne', 'Anne', 'ÉLOÏSE-MARTIN'],
  ])('%s', (text, givenName, familyName) => {
    expect(splitFullName(text)).toEqual({ givenName, familyName })
  })

  it.each([
    'Chloé Dupont',
    'CHLOÉ DUPONT',
    'Dupont',
    'DUPONT',
    'Chloé D.',
    'محمد علي',
    'DUPONT Chloé MARTIN',
    ',',
    '',
  ])('%s cannot be split, and we ask', (text) => {
    expect(splitFullName(text)).toBeUndefined()
  })
})

describe('attendance and addresses', () => {
  it.each([
    ['Présente', 'present'],
    ['oui', 'present'],
    ['X', 'present'],
    ['1', 'present'],
    ['✓', 'present'],
    ['présent(e)', 'present'],
    ['ABS', 'absent'],
    ['absente (excusée)', 'absent'],
    ['non', 'absent'],
    ['0', 'absent'],
    ['inscrit', 'expected'],
    ['peut-être', undefined],
    ['2', undefined],
  ])('%s is %s', (text, attendance) => {
    expect(readAttendance(text)).toBe(attendance)
  })

  it('takes an address that could receive mail and no other', () => {
    expect(readEmail('chloe.dupont+mob@exemple.fr')).toBe('chloe.dupont+mob@exemple.fr')
    for (const wrong of ['chloe', 'chloe@', 'a b@exemple.fr', 'a@exemple', 'a@b.fr; c@d.fr', 'x@y.'])
      expect(readEmail(wrong)).toBeUndefined()
  })
})

describe('writing a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+33 6', "'+33 6"],
    ['-', "'-"],
    ['un;deux', '"un;deux"'],
    ['dit "oui"', '"dit ""oui"""'],
    ['deux\nlignes', '"deux\nlignes"'],
    ['Chloé', 'Chloé'],
  ])('%s', (text, cell) => {
    expect(csvCell(text)).toBe(cell)
  })
})
