import { describe, expect, it } from 'vitest'
import { parseInstant } from '../../../server/issuer/key-life/index.ts'

describe('a moment as people write it', () => {
  it.each([
    ['2026-07-03', '2026-07-02T22:00:00.000Z'],
    ['2026-07-03T14:30', '2026-07-03T12:30:00.000Z'],
    [' 2026-01-03 14:30 ', '2026-01-03T13:30:00.000Z'],
    ['2026-07-03T12:30:00Z', '2026-07-03T12:30:00.000Z'],
    ['2026-07-03T12:30+05:00', '2026-07-03T07:30:00.000Z'],
    // the hour that autumn has twice, and the days when clocks change
    ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseInstant(text)?.toISOString()).toBe(instant)
  })

  it.each(['', 'hier', '2026', '2026-02-30', '2026-07-03T25:00', '2026-03-29T02:30', '2026-07-03T12:30:00'])(
    'is not understood: « %s »',
    (text) => {
      expect(parseInstant(text)).toBeUndefined()
    },
  )
})
