import type { Attendance } from '../training-sessions/index.ts'
import { plainWords } from '../mobilities/index.ts'

const PRESENT = [
  'present',
  'presente',
  'oui',
  'o',
  'p',
  'x',
  '1',
  'vrai',
  'yes',
  'y',
  'true',
  'ok',
  'la',
  'attended',
]
const ABSENT = [
  'absent',
  'absente',
  'non',
  'n',
  'a',
  'abs',
  '0',
  'faux',
  'no',
  'false',
  'excuse',
  'excusee',
  'missing',
]
const EXPECTED = ['attendu', 'attendue', 'inscrit', 'inscrite', 'prevu', 'prevue', 'expected', 'registered']

/** Who came, as people write it: « Présent », « oui », x, 1, « absent(e) », “no”. Undefined when it says neither. */
export function readAttendance(text: string): Attendance | undefined {
  const mark = text.trim()
  if (['✓', '✔', '☑', '✅', '×'].includes(mark)) return 'present'
  const [word = '', ...others] = plainWords(mark.replace(/\(.*?\)/g, '')).split(' ')
  if (PRESENT.includes(word)) return 'present'
  if (ABSENT.includes(word)) return 'absent'
  if (EXPECTED.includes(word)) return 'expected'
  return word === 'non' && others[0] === 'present' ? 'absent' : undefined
}

/** What people put in a cell to leave it empty. */
export function isBlank(text: string): boolean {
  return /^[-–—/.\s]*$/u.test(text)
}

/** An address that could receive mail; what it really takes is for the mail server to say. */
export function readEmail(text: string): string | undefined {
  const address = text.replace(/^mailto:/i, '').trim()
  return /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/u.test(address) && address.length <= 254
    ? address
    : undefined
}

export type NameReading = { readonly givenName: string; readonly familyName: string }

const PARTICLES = [
  'de',
  'du',
  'des',
  'd',
  'da',
  'do',
  'dos',
  'di',
  'del',
  'della',
  'el',
  'al',
  'le',
  'la',
  'van',
  'von',
  'der',
  'ben',
  'bin',
  'ould',
]

/**
 * Splits « DUPONT Chloé », « Chloé DUPONT », « Jean-Marc de LA TOUR » or « Dupont, Chloé ». The family name is what
 * is written in capitals, or what stands before the comma. Undefined when nothing tells the two apart: a passport
 * with the names swapped is worse than a question.
 */
export function splitFullName(text: string): NameReading | undefined {
  const [before = '', after, ...more] = text.split(',')
  if (after !== undefined && more.length === 0) return names(after, before)
  const words = text.trim().split(/\s+/u)
  const inCapitals = words.map(isInCapitals)
  const first = inCapitals.indexOf(true)
  const last = inCapitals.lastIndexOf(true)
  if (first < 0 || inCapitals.slice(first, last + 1).includes(false)) return undefined
  // « de », « van »… before the capitals belong to the family name
  let start = first
  while (start > 0 && PARTICLES.includes(words[start - 1] ?? '')) start -= 1
  const family = words.slice(start, last + 1)
  return names([...words.slice(0, start), ...words.slice(last + 1)].join(' '), family.join(' '))
}

function names(given: string, family: string): NameReading | undefined {
  const reading = { givenName: given.trim(), familyName: family.trim() }
  return reading.givenName === '' || reading.familyName === '' ? undefined : reading
}

/** Two letters or more, all capitals; one capital alone is an initial. « d’ALMEIDA » counts. */
function isInCapitals(word: string): boolean {
  const letters = word.replace(/^(d|l)['’]/u, '').replace(/[^\p{L}]/gu, '')
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}
