import { findCompetence, type Competence, type LevelCode } from '../../issuer/achievements/index.ts'
import type { EnrolmentId, Id } from '../../kernel/ids.ts'
import { attestable, levelOf, type AssessedLevel } from '../assessments/index.ts'

export type TellingId = Id<'telling'>

/** What a telling without competence speaks of: the whole stay. */
export const WHOLE_STAY = ''

/** Longest text in somebody's own words, in characters. */
export const WORDS_MAX = 2_000

/** The parts of a telling that a person shows, or keeps, one by one. */
export const SHOWABLE = ['words', 'sentences', 'level'] as const
export type Showable = (typeof SHOWABLE)[number]

/** What somebody tells of one competence, or of the whole stay. Theirs alone, but for what they show. */
export interface Telling {
  readonly id: TellingId
  /** `Place.key` */
  readonly place: string
  /** A competence's code, or {@link WHOLE_STAY}. */
  readonly competence: string
  readonly words: string
  /** Ids of tapped example sentences. */
  readonly sentences: readonly string[]
  /** Where they feel they are; « pas encore » is read by nobody else. */
  readonly level: AssessedLevel | undefined
  /** Since when each part is shown; undefined while it is not. */
  readonly visible: Readonly<Record<Showable, string | undefined>>
  /** Where it is shown. */
  readonly visibleTo: EnrolmentId | undefined
  readonly updatedAt: string
}

/** A level that may be shown: « pas encore » never is. */
export function showableLevel({ level }: Pick<Telling, 'level'>): LevelCode | undefined {
  return attestable(level)
}

/** The parts that hold something to show. */
export function tellableParts(telling: Telling): Showable[] {
  return SHOWABLE.filter((part) => {
    if (part === 'words') return telling.words !== ''
    if (part === 'sentences') return telling.sentences.length > 0
    return showableLevel(telling) !== undefined
  })
}

/** The parts somebody else reads now. */
export function visibleParts(telling: Telling): Showable[] {
  return telling.visibleTo === undefined
    ? []
    : tellableParts(telling).filter((part) => telling.visible[part] !== undefined)
}

/** Whether anything is told at all; « pas encore » is something, for oneself. */
export function isTold(telling: Telling | undefined): telling is Telling {
  return (
    telling !== undefined &&
    (telling.words !== '' || telling.sentences.length > 0 || telling.level !== undefined)
  )
}

/** A level as this competence knows it; undefined for none, and for words that are no level of it. */
export function readLevel(competence: string, text: string): AssessedLevel | undefined {
  const known: Competence | undefined = findCompetence(competence)
  return known === undefined || text === '' ? undefined : levelOf(known, text)
}
