import type { FieldProblem } from '../../kernel/errors.ts'
import { findCompetence } from '../../issuer/achievements/index.ts'
import { tidy } from '../assessments/index.ts'
import { sentencesFor } from './example-sentences.ts'
import { readLevel, WHOLE_STAY, WORDS_MAX, type Telling } from './telling.ts'

/**
 * A telling as a form sees it, field name → text: `words`, `level` (a code or empty), and for each tapped sentence
 * `sentence:<id>` with `1`. An absent field is an empty one.
 */
export type Fields = Readonly<Record<string, string>>

/** Two devices changed one field: what is kept, and what the other one typed. Neither is thrown away. */
export interface FieldConflict {
  readonly field: string
  readonly current: string
  readonly typed: string
}

type Content = Pick<Telling, 'words' | 'sentences' | 'level'>

const SENTENCE = 'sentence:'
export const sentenceField = (id: string): string => `${SENTENCE}${id}`

export function fieldsOf(telling: Content | undefined): Fields {
  if (telling === undefined) return {}
  return {
    words: telling.words,
    level: telling.level ?? '',
    ...Object.fromEntries(telling.sentences.map((id) => [sentenceField(id), '1'])),
  }
}

export function contentOf(fields: Fields, competence: string): Content {
  return {
    words: fields['words'] ?? '',
    level: readLevel(competence, fields['level'] ?? ''),
    sentences: Object.entries(fields)
      .filter(([field, text]) => field.startsWith(SENTENCE) && text !== '')
      .map(([field]) => field.slice(SENTENCE.length)),
  }
}

/**
 * Three-way merge, field by field: `typed` against what is kept (`current`) and what the device knew to be there
 * (`was`: more than one value when an earlier save was sent and its answer never came). Different fields changed on two
 * devices both count; the same field changed by both is a conflict and stays as it is.
 */
export function mergeFields(
  current: Fields,
  typed: Fields,
  was: Readonly<Record<string, readonly string[]>>,
): { readonly merged: Fields; readonly conflicts: readonly FieldConflict[] } {
  const merged: Record<string, string> = { ...current }
  const conflicts: FieldConflict[] = []
  for (const [field, raw] of Object.entries(typed)) {
    const text = tidy(raw)
    const now = current[field] ?? ''
    const known = (was[field] ?? ['']).map(tidy)
    if (text === now) continue
    if (known.includes(now)) merged[field] = text
    // what is typed is what was shown: this device changed nothing, another one did
    else if (known[0] !== text) conflicts.push({ field, current: now, typed: text })
  }
  return { merged, conflicts }
}

/** What of `typed` cannot be kept, one problem a field. */
export function fieldProblems(competence: string, typed: Fields): FieldProblem[] {
  return Object.entries(typed).flatMap(([field, text]): FieldProblem[] => {
    if (text.includes('\0')) return [{ field, message: 'fields.malformed' }]
    if (field === 'words')
      return tidy(text).length > WORDS_MAX
        ? [{ field, message: 'fields.tooLong', params: { max: WORDS_MAX } }]
        : []
    if (competence === WHOLE_STAY) return [{ field, message: 'fields.invalid' }]
    if (field === 'level')
      return text === '' || readLevel(competence, text) !== undefined
        ? []
        : [{ field, message: 'fields.level' }]
    return isSentence(competence, field) ? [] : [{ field, message: 'fields.invalid' }]
  })
}

function isSentence(code: string, field: string): boolean {
  const competence = findCompetence(code)
  return competence !== undefined && sentencesFor(competence).some(({ id }) => sentenceField(id) === field)
}
