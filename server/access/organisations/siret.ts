/** La Poste's SIREN: the sum of its digits is a multiple of five, whatever Luhn says (Insee). */
const LA_POSTE = '356000000'

/**
 * Whether 14 digits can be a SIRET: the Luhn sum (ISO/IEC 7812-1, annex B) of an establishment's number in the French
 * register, and La Poste's own rule.
 */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits)) return false
  const numbers = Array.from(digits, Number)
  if (digits.startsWith(LA_POSTE) && numbers.reduce((sum, digit) => sum + digit, 0) % 5 === 0) return true
  const sum = numbers.reduce((total, digit, index) => {
    const weighted = index % 2 === 0 ? digit * 2 : digit
    return total + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return sum % 10 === 0
}
