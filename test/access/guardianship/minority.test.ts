import { describe, expect, it } from 'vitest'
import { cameOfAgeSince, isMinor, mustAgreeThemselves } from '../../../server/access/guardianship/minority.ts'

const at = (instant: string) => new Date(instant)

describe('who is a minor', () => {
  it('is under 18 on the day it is in Paris, not where the server’s clock is', () => {
    // in summer Paris is two hours ahead
    expect(isMinor('2008-07-04', at('2026-07-03T21:59:59Z'))).toBe(true)
    expect(isMinor('2008-07-04', at('2026-07-03T22:00:00Z'))).toBe(false)
    // in winter one
    expect(isMinor('2008-12-01', at('2026-11-30T22:59:59Z'))).toBe(true)
    expect(isMinor('2008-12-01', at('2026-11-30T23:00:00Z'))).toBe(false)
  })

  it('is not yet 18 at 17 years and 364 days, and is at 18', () => {
    expect(isMinor('2008-07-04', at('2026-07-03T10:00:00Z'))).toBe(true)
    expect(isMinor('2008-07-03', at('2026-07-03T10:00:00Z'))).toBe(false)
  })

  it('comes of age on 1 March when there is no 29 February', () => {
    expect(isMinor('2008-02-29', at('2026-02-28T12:00:00Z'))).toBe(true)
    expect(isMinor('2008-02-29', at('2026-03-01T12:00:00Z'))).toBe(false)
  })

  it('is nobody whose birth date we do not know', () => {
    expect(isMinor(null, at('2026-07-03T10:00:00Z'))).toBe(false)
    expect(mustAgreeThemselves(null, at('2026-07-03T10:00:00Z'))).toBe(false)
  })

  it('is asked as well below 15, and no longer on the fifteenth birthday', () => {
    expect(mustAgreeThemselves('2011-07-04', at('2026-07-03T21:59:59Z'))).toBe(true)
    expect(mustAgreeThemselves('2011-07-04', at('2026-07-03T22:00:00Z'))).toBe(false)
  })

  it('came of age since we know them only if they were a minor then', () => {
    const now = at('2026-07-03T10:00:00Z')
    expect(cameOfAgeSince('2008-07-01', '2026-05-01T08:00:00Z', now)).toBe(true)
    expect(cameOfAgeSince('2008-04-01', '2026-05-01T08:00:00Z', now)).toBe(false)
    expect(cameOfAgeSince('2008-09-01', '2026-05-01T08:00:00Z', now)).toBe(false)
    expect(cameOfAgeSince(null, '2026-05-01T08:00:00Z', now)).toBe(false)
  })
})
