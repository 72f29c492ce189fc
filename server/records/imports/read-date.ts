import { parseIsoDate, type IsoDate } from '../../kernel/clock.ts'
import { plainWords } from '../mobilities/index.ts'

export type DateReading =
  | { readonly ok: true; readonly date: IsoDate }
  | {
      readonly ok: false
      readonly reason: 'impossible' | 'two-digit-year' | 'excel-number' | 'month-first' | 'unreadable'
    }

const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan', 'january'],
  ['fevrier', 'fevr', 'fev', 'february', 'feb'],
  ['mars', 'mar', 'march'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'juil', 'july', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'sept', 'sep', 'september'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
]

/**
 * A day as people write it in a cell: `03/07/2026`, `3/7/2026`, `3-7-2026`, `3.7.2026`, `2026-07-03`,
 * « 3 juillet 2026 », « ven. 3 juil. 2026 », with a time of midnight that Excel may add. The day comes before the
 * month. A two-digit year is refused: nobody can tell 1926 from 2026.
 */
export function readDate(text: string): DateReading {
  const day = text.replace(/[T\s]+\d{1,2}[:h]\d{2}(:\d{2})?(\.\d+)?Z?$/u, '').trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day)
  if (iso !== null) return ofParts(iso[1], iso[2], iso[3])
  const french = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{4}|\d{2})$/.exec(day)
  if (french !== null) return ofParts(french[3], french[2], french[1])
  if (/^\d{5}([.,]\d+)?$/.test(day)) return { ok: false, reason: 'excel-number' }
  return inWords(day)
}

/** « 3 juillet 2026 », « 1er mars 2026 », “July 3, 2026”, « 03-juil-26 ». */
function inWords(text: string): DateReading {
  const words = plainWords(text)
    .replace(/\b(\d{1,2})(er|st|nd|rd|th)\b/g, '$1')
    .split(' ')
  const month = words.findIndex((word) => MONTHS.some((names) => names.includes(word)))
  const numbers = words.filter((word) => /^\d+$/.test(word))
  const [day, year] = numbers
  if (month < 0 || numbers.length !== 2 || day === undefined || day.length > 2)
    return { ok: false, reason: 'unreadable' }
  const number = 1 + MONTHS.findIndex((names) => names.includes(words[month] ?? ''))
  return ofParts(year, String(number), day)
}

function ofParts(year = '', month = '', day = ''): DateReading {
  if (year.length === 2) return { ok: false, reason: 'two-digit-year' }
  const date = parseIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (date !== undefined && Number(year) >= 1900 && Number(year) <= 2100) return { ok: true, date }
  return { ok: false, reason: Number(month) > 12 && Number(day) <= 12 ? 'month-first' : 'impossible' }
}
