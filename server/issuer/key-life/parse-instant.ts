import { instantInParis } from '../../kernel/clock.ts'

const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/**
 * A moment as people write it: a day, or a day and an hour, by the clocks of Paris (`2026-07-03`, `2026-07-03T14:30`), or
 * an instant with its zone (`2026-07-03T12:30:00Z`). Undefined when it is none of these.
 */
export function parseInstant(text: string): Date | undefined {
  const written = text.trim().replace(' ', 'T')
  if (ZONED.test(written)) {
    const instant = new Date(written)
    return Number.isNaN(instant.getTime()) ? undefined : instant
  }
  return instantInParis(written.length === 10 ? `${written}T00:00` : written)
}
