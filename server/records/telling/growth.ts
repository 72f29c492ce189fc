import type { Competence, LevelCode } from '../../issuer/achievements/index.ts'

/** What one voice, or both, said of a competence at one moment: a departure, a return, a stay of their own. */
export interface Moment {
  /** `YYYY-MM-DD`, for the order. */
  readonly on: string
  /** The place it was told at (`Place.key`). */
  readonly place: string
  readonly declared: LevelCode | undefined
  readonly attested: LevelCode | undefined
}

export interface GrowthStep extends Moment {
  /** What stands for the moment: the trainer's level where there is one. */
  readonly level: LevelCode
  /** Beyond everything before it; the first step is. */
  readonly further: boolean
}

export interface Growth {
  readonly competence: Competence
  readonly steps: readonly GrowthStep[]
}

/**
 * The moments of a competence as growth, oldest first. It never goes down: a moment at a lower level is one more thing
 * that was lived, and takes nothing away.
 */
export function growthOf(competence: Competence, moments: readonly Moment[]): Growth {
  const rank = (level: LevelCode): number => competence.levels.findIndex(({ code }) => code === level)
  let highest = -1
  const steps = [...moments]
    .sort((one, other) => one.on.localeCompare(other.on))
    .flatMap((moment): GrowthStep[] => {
      const level = moment.attested ?? moment.declared
      if (level === undefined) return []
      const further = rank(level) > highest
      highest = Math.max(highest, rank(level))
      return [{ ...moment, level, further }]
    })
  return { competence, steps }
}
