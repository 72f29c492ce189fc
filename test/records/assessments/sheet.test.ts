import { describe, expect, test } from 'vitest'
import {
  keepTyped,
  mergeSheet,
  readVersion,
  writeVersion,
} from '../../../server/records/assessments/sheet.ts'

const shownWhen = (sheet: Record<string, string>) => readVersion(writeVersion(sheet, Object.keys(sheet)))

describe('two people fill the same grid', () => {
  const before = { 'attested:EQUIPE': '', 'attested:ADAPTER': '2', observation: 'Curieuse.\nDouce.' }

  test('what I did not touch keeps what my colleague saved', () => {
    const now = { ...before, 'attested:EQUIPE': '3' }
    const mine = { ...before, 'attested:ADAPTER': '4' }
    expect(mergeSheet(now, mine, shownWhen(before))).toEqual({
      changes: { 'attested:ADAPTER': '4' },
      conflicts: [],
    })
    expect(keepTyped(now, mine, shownWhen(before))).toMatchObject({
      'attested:EQUIPE': '3',
      'attested:ADAPTER': '4',
    })
  })

  test('the same field with two different values is shown with both', () => {
    const now = { ...before, 'attested:ADAPTER': '3' }
    const mine = { ...before, 'attested:ADAPTER': '1' }
    const { changes, conflicts } = mergeSheet(now, mine, shownWhen(before))
    expect(changes).toEqual({})
    expect(conflicts).toEqual([{ field: 'attested:ADAPTER', current: '3', typed: '1' }])
  })

  test('the same field with the same value is no conflict', () => {
    const now = { ...before, 'attested:ADAPTER': '3' }
    expect(mergeSheet(now, now, shownWhen(before))).toEqual({ changes: {}, conflicts: [] })
  })

  test('line ends of the browser are no change', () => {
    const mine = { observation: 'Curieuse.\r\nDouce.\r\n' }
    expect(mergeSheet(before, mine, shownWhen(before))).toEqual({ changes: {}, conflicts: [] })
  })

  test('a form without version never overwrites what is there', () => {
    const mine = { 'attested:EQUIPE': '1', 'attested:ADAPTER': '1' }
    const { changes, conflicts } = mergeSheet(before, mine, readVersion('nonsense'))
    expect(changes).toEqual({ 'attested:EQUIPE': '1' })
    expect(conflicts.map(({ field }) => field)).toEqual(['attested:ADAPTER'])
  })
})
