import { describe, expect, test } from 'vitest'
import { readLevelLine, writeLevelLine } from '../../server/kernel/level-line.ts'

const autonomy = { levels: ['1', '2', '3', '4'] }
const language = { levels: ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] }
const columns = [autonomy, autonomy, autonomy, autonomy, language]
const levels = (line: string) =>
  readLevelLine(line, columns).marks.map((mark) => ('level' in mark ? mark.level : `? ${mark.wrong}`))

describe('a line of a paper grid', () => {
  test('is read as levels, « pas encore » and nothing', () => {
    expect(levels('3 4 p - B1')).toEqual(['3', '4', 'not-yet', '', 'B1'])
    expect(levels('  3,4 ; P / 0 b1 ')).toEqual(['3', '4', 'not-yet', '', 'B1'])
  })

  test('needs no spaces where each mark is one sign, and takes a language’s level by its rank', () => {
    expect(levels('34p-B1')).toEqual(['3', '4', 'not-yet', '', 'B1'])
    expect(levels('34p-3')).toEqual(['3', '4', 'not-yet', '', 'B1'])
  })

  test('names what is no level of its column', () => {
    expect(levels('3 5 x 1 D2')).toEqual(['3', '? 5', '? x', '1', '? D2'])
  })

  test('may be too short or too long: whoever reads it counts', () => {
    expect(levels('3 4')).toEqual(['3', '4'])
    expect(levels('1 1 1 1 A1 2')).toEqual(['1', '1', '1', '1', 'A1', '? 2'])
    expect(levels('')).toEqual([])
  })

  test('is written so that it reads back the same', () => {
    const line = ['3', '', 'not-yet', '1', 'B2']
    expect(levels(writeLevelLine(line))).toEqual(line)
  })
})
