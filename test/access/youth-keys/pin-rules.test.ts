import { describe, expect, it } from 'vitest'
import { pauseAfter } from '../../../server/access/youth-keys/pauses.ts'
import { pinProblem } from '../../../server/access/youth-keys/pin-rules.ts'

const problemOf = (pin: string, birthDate: string | null = null) => pinProblem(pin, birthDate)?.message

describe('a new PIN', () => {
  it.each(['8305', '4071', '91746', '20813947'])('may be four to eight digits without a rule: %s', (pin) => {
    expect(problemOf(pin)).toBeUndefined()
  })

  it.each([
    '0000',
    '1111',
    '1234',
    '4321',
    '0123',
    '9876',
    '7890',
    '1212',
    '1122',
    '2580',
    '123123',
    '87654321',
  ])('is none of those people try first: %s', (pin) => {
    expect(problemOf(pin)).toBe('fields.pinCommon')
  })

  it('has neither three digits nor nine, and nothing but digits', () => {
    expect(problemOf('830')).toBe('fields.pinLength')
    expect(problemOf('830594716')).toBe('fields.pinLength')
    expect(problemOf('83o5')).toBe('fields.pinDigits')
    expect(problemOf('٨٣٠٥')).toBe('fields.pinDigits')
  })

  it('is not their birthday, however it is written', () => {
    for (const pin of ['1402', '0214', '2005', '0205', '140205', '14022005', '20050214'])
      expect(problemOf(pin, '2005-02-14'), pin).toBe('fields.pinBirthday')
    expect(problemOf('1402', '2005-03-15')).toBeUndefined()
  })
})

describe('pauses between tries', () => {
  it('come after each five, grow to an hour, and never beyond', () => {
    const minutes = (tries: number) => pauseAfter(tries) / 60_000
    expect([1, 4, 6, 9].map(minutes)).toEqual([0, 0, 0, 0])
    expect([5, 10, 15, 20, 25, 500].map(minutes)).toEqual([1, 5, 15, 60, 60, 60])
  })
})
