import { lettersApart, slipsForgiven, soundAlike } from '../learners/index.ts'

/** As much of a record as tells whether another may be the same person. */
export interface Trait {
  readonly id: string
  readonly organisationId: string
  /** Folded words of the whole name. */
  readonly words: readonly string[]
  readonly birthDate: string | null
  readonly stays: readonly {
    readonly startsOn: string
    readonly endsOn: string
    readonly hostCountry: string
  }[]
}

export type NameLikeness = 'same' | 'near'
export type BirthLikeness = 'same' | 'near' | 'unknown' | 'different'

/** Why two records may be one person. */
export interface Suspicion {
  readonly name: NameLikeness
  readonly birth: BirthLikeness
  /** The same country at the same time. */
  readonly stay: boolean
  /** Higher is likelier; only their order says something. */
  readonly weight: number
}

/**
 * Whether two records may be one person; undefined when nothing suggests it. A name alone is not enough where the days of
 * birth differ: two people bear it, unless both were in one country at one time.
 */
export function suspicionOf(one: Trait, other: Trait): Suspicion | undefined {
  const birth = birthLikeness(one.birthDate, other.birthDate)
  const stay = wereTogether(one, other)
  // thousands of pairs share a word: what costs little rules most of them out
  if (birth === 'different' && !stay) return undefined
  const nearIsEnough = birth === 'same' || (stay && birth !== 'different')
  const name = nearIsEnough ? nameLikeness(one.words, other.words) : sameName(one.words, other.words)
  if (name === undefined) return undefined
  return { name, birth, stay, weight: WEIGHTS[birth] + (name === 'same' ? 3 : 0) + (stay ? 3 : 0) }
}

const WEIGHTS: Readonly<Record<BirthLikeness, number>> = { same: 6, near: 3, unknown: 1, different: 0 }

/** The same words in any order (« Nguyễn Thị Anh », « Thị Anh NGUYEN »), or words that differ by slips of the finger. */
export function nameLikeness(one: readonly string[], other: readonly string[]): NameLikeness | undefined {
  if (sameName(one, other) !== undefined) return 'same'
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one]
  // a second given name that one list leaves out; a single word says too little to do without the others
  if (fewer.length < 2) return undefined
  const left = [...more]
  let exact = 0
  for (const word of fewer) {
    const place = nearestTo(word, left)
    if (place === undefined) return undefined
    if (left[place] === word) exact += 1
    left.splice(place, 1)
  }
  return exact > 0 ? 'near' : undefined
}

function sameName(one: readonly string[], other: readonly string[]): 'same' | undefined {
  const [left, right] = [one.join(''), other.join('')]
  // the same letters at least
  if (left === '' || left.length !== right.length) return undefined
  const sorted = (words: readonly string[]): string => words.toSorted().join('')
  return left === right || sorted(one) === sorted(other) ? 'same' : undefined
}

function nearestTo(word: string, among: readonly string[]): number | undefined {
  const exact = among.indexOf(word)
  if (exact !== -1) return exact
  const near = among.findIndex((candidate) => {
    const forgiven = slipsForgiven(word.length < candidate.length ? word : candidate)
    return soundAlike(word, candidate) || lettersApart(word, candidate, forgiven) !== Infinity
  })
  return near === -1 ? undefined : near
}

/** Days of birth: one wrong digit, or day and month the other way round, is near. */
export function birthLikeness(one: string | null, other: string | null): BirthLikeness {
  if (one === null || other === null) return 'unknown'
  if (one === other) return 'same'
  const [year, month, day] = one.split('-')
  if (other === `${year ?? ''}-${day ?? ''}-${month ?? ''}`) return 'near'
  // a slip changes one digit, or swaps two
  const apart = Array.from(one).filter((digit, place) => digit !== other[place]).length
  if (apart > 2) return 'different'
  return lettersApart(one, other, 1) === Infinity ? 'different' : 'near'
}

const wereTogether = (one: Trait, other: Trait): boolean =>
  one.stays.some((stay) =>
    other.stays.some(
      ({ startsOn, endsOn, hostCountry }) =>
        hostCountry === stay.hostCountry && startsOn <= stay.endsOn && stay.startsOn <= endsOn,
    ),
  )
