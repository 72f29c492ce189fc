import type { IsoDate } from '../../kernel/clock.ts'
import type { FieldProblem } from '../../kernel/errors.ts'
import { foldLetters } from '../../kernel/fold-text.ts'
import type { LearnerId, OrganisationId } from '../../kernel/ids.ts'

/** A young person as one structure knows them. No identifier of any other system is ever required. */
export interface Learner {
  readonly id: LearnerId
  readonly organisationId: OrganisationId
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: IsoDate | null
  readonly email: string | null
  /** Random `urn:uuid:…`: the only identifier of the person that leaves the platform. */
  readonly subjectUrn: string
  readonly createdAt: string
  readonly updatedAt: string
}

/** What somebody says about a learner. An absent value says nothing: it never erases what is known. */
export interface LearnerInput {
  readonly organisationId: OrganisationId
  readonly givenName: string
  readonly familyName: string
  readonly birthDate?: IsoDate | undefined
  readonly email?: string | undefined
}

/** Longest given or family name kept, in characters as people count them. */
export const MAX_NAME_LENGTH = 100

/** « Chloé Nguyễn »: the order in which a name is said, printed and signed. */
export function fullName(learner: Pick<Learner, 'givenName' | 'familyName'>): string {
  return `${learner.givenName} ${learner.familyName}`.trim()
}

// Controls, and the marks that reorder text: in a name they could only make a passport read as something else.
// Joiners (ZWJ, ZWNJ) stay: Arabic script, Persian names and some emoji need them.
const NEVER_IN_A_NAME = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD]/gu

/** A name as typed, composed (NFC), with single spaces and without invisible controls. Letters of any script stay. */
export function normaliseName(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').replace(NEVER_IN_A_NAME, '').trim()
}

/** Length of a name as a reader counts it: one for é, one for an emoji family. */
export function nameLength(name: string): number {
  return [...new Intl.Segmenter('fr').segment(name)].length
}

/** What is wrong with a normalised name, a problem a field. */
export function nameProblems(names: Pick<Learner, 'givenName' | 'familyName'>): FieldProblem[] {
  return Object.entries({ givenName: names.givenName, familyName: names.familyName }).flatMap(
    ([field, name]): FieldProblem[] => {
      if (name === '') return [{ field, message: 'fields.required' }]
      if (nameLength(name) <= MAX_NAME_LENGTH) return []
      return [{ field, message: 'fields.tooLong', params: { max: MAX_NAME_LENGTH } }]
    },
  )
}

// stored in identity keys: what separates here must go on separating
function fold(name: string): string {
  return foldLetters(name)
    .replace(/[\s'’‘ʼ`´\-‐‑–—.|]+/gu, ' ')
    .trim()
}

/**
 * What makes two spellings the same person inside one structure: the name without case, accents, hyphens or
 * apostrophes, and the day of birth (empty when nobody gave it). Excel lists write « LEFEVRE JEAN-PIERRE » one week
 * and « Lefèvre Jean Pierre » the next.
 */
export function identityKey(
  givenName: string,
  familyName: string,
  birthDate: IsoDate | null | undefined,
): string {
  return `${nameKey(givenName, familyName)}|${birthDate ?? ''}`
}

/** The name part of {@link identityKey}. */
export function nameKey(givenName: string, familyName: string): string {
  return `${fold(familyName)}|${fold(givenName)}`
}

/** Where a learner described by a list stands among those the structure knows. */
export type LearnerMatch =
  | { readonly kind: 'known'; readonly learner: Learner }
  | { readonly kind: 'new' }
  | { readonly kind: 'ambiguous' }

/**
 * Finds the person among learners of the same structure. Name and birth date decide; where one side has no birth
 * date the name alone does, unless two people bear it.
 */
export function matchLearner(sameName: readonly Learner[], birthDate: IsoDate | undefined): LearnerMatch {
  const exact = sameName.find((learner) => learner.birthDate === (birthDate ?? null))
  if (exact !== undefined) return { kind: 'known', learner: exact }
  const candidates =
    birthDate === undefined ? sameName : sameName.filter(({ birthDate: known }) => known === null)
  if (candidates.length > 1) return { kind: 'ambiguous' }
  const [only] = candidates
  return only === undefined ? { kind: 'new' } : { kind: 'known', learner: only }
}

/** The fields that `input` would change in a known learner. */
export function learnerChanges(learner: Learner, input: LearnerInput): ('name' | 'birthDate' | 'email')[] {
  const changes: ('name' | 'birthDate' | 'email')[] = []
  if (learner.givenName !== input.givenName || learner.familyName !== input.familyName) changes.push('name')
  if (input.birthDate !== undefined && input.birthDate !== learner.birthDate) changes.push('birthDate')
  if (input.email !== undefined && input.email !== learner.email) changes.push('email')
  return changes
}
