import type { FieldProblem } from '../../kernel/errors.ts'

export const MIN_PIN = 4
export const MAX_PIN = 8
/** The PINs people choose most that no rule below catches: columns and corners of the keypad, years everybody thinks of. */
const COMMON = new Set([
  '2580',
  '0852',
  '1379',
  '1397',
  '7410',
  '1478',
  '3698',
  '1998',
  '2000',
  '2024',
  '2025',
  '2026',
])

/**
 * What is wrong with a new PIN, undefined when nothing is: four to eight digits that are not among the first somebody
 * would try, who found the slip.
 * @param birthDate `YYYY-MM-DD`; its parts, in the order people write them, are no secret among friends
 */
export function pinProblem(pin: string, birthDate: string | null): FieldProblem | undefined {
  const field = 'pin'
  if (!/^\d+$/.test(pin)) return { field, message: 'fields.pinDigits' }
  if (pin.length < MIN_PIN || pin.length > MAX_PIN)
    return { field, message: 'fields.pinLength', params: { min: MIN_PIN, max: MAX_PIN } }
  if (isRun(pin) || repeats(pin) || COMMON.has(pin)) return { field, message: 'fields.pinCommon' }
  if (birthDate !== null && datesOf(birthDate).includes(pin)) return { field, message: 'fields.pinBirthday' }
  return undefined
}

/** 1234, 9876, 7890: each digit the next one, or the one before. */
function isRun(pin: string): boolean {
  const digits = Array.from(pin, Number)
  const isStep = (step: number) =>
    digits.every((digit, at) => at === 0 || digit === ((digits[at - 1] ?? 0) + step + 10) % 10)
  return isStep(1) || isStep(-1)
}

/** 0000, 1212, 123123, 1122: made of one or two digits, or of its own beginning twice. */
function repeats(pin: string): boolean {
  const half = pin.slice(0, pin.length / 2)
  return new Set(pin).size <= 2 || (pin.length % 2 === 0 && half.repeat(2) === pin)
}

function datesOf(birthDate: string): string[] {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const short = year.slice(2)
  return [
    year,
    day + month,
    month + day,
    month + short,
    day + month + short,
    day + month + year,
    year + month + day,
    month + year,
  ]
}
