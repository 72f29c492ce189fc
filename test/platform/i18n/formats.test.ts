import { expect, test } from 'vitest'
import { formatDate } from '../../../server/platform/i18n/index.ts'

test('the first of a month is « 1er » in French, and only that day', () => {
  expect(formatDate('fr', '2026-11-01')).toBe('1er novembre 2026')
  expect(formatDate('fr', '2026-11-01T09:00:00Z', 'time')).toBe('1er novembre 2026 à 10:00')
  expect(formatDate('fr', '2026-11-11')).toBe('11 novembre 2026')
  expect(formatDate('fr', '2026-11-01', 'short')).toBe('01/11/2026')
  expect(formatDate('en', '2026-11-01')).toBe('1 November 2026')
})
