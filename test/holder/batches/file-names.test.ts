import { expect, it } from 'vitest'
import { distinctNames, fileNameOf } from '../../../server/holder/batches/file-names.ts'

it('File names are people’s names, as every file system takes them', () => {
  expect(fileNameOf('Quillévéré', 'Zéphyrine')).toBe('Quillévéré Zéphyrine')
  expect(fileNameOf('N’Diaye', 'Ousmane/..\\')).toBe('N’Diaye Ousmane')
  expect(fileNameOf('A:B*?', '"<>|\u0007\u202e')).toBe('A B')
  expect(fileNameOf('con', '')).toBe('_con')
  expect(fileNameOf('', '...')).toBe('_')
  expect(fileNameOf('É'.repeat(200), '').length).toBe(80)
  expect(fileNameOf('محمد', 'علي')).toBe('محمد علي')
})

it('Two people of one name have two files', () => {
  expect(distinctNames(['Le Goff Anne', 'LE GOFF Anne', 'Le Goff Anne'])).toEqual([
    'Le Goff Anne',
    'LE GOFF Anne (2)',
    'Le Goff Anne (3)',
  ])
})
