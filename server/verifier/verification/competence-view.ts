import type { CredentialContent } from '../../issuer/credentials/index.ts'

type Voice = 'declared' | 'attested' | 'confirmed'

/** One voice's level, as dots and in words. */
export interface SaidLevel {
  readonly voice: Voice
  readonly level: string
  readonly max: number
  readonly words: string
}

export interface CompetenceView {
  readonly name: string
  readonly description: string
  /** The trainer's level, which leads. */
  readonly attested: SaidLevel
  /** Marks beside it: the host's only when it confirms that very level. */
  readonly marks: readonly Voice[]
  /** The host's own level where it differs: never mixed with the trainer's. */
  readonly apart?: SaidLevel
  /** Every voice with its own level. */
  readonly voices: readonly SaidLevel[]
  readonly confirmedBy?: string
}

/** Lines of competences; what is no competence is left out. */
export function competenceViews(contents: readonly CredentialContent[]): CompetenceView[] {
  return contents.flatMap((content) => {
    const { competence } = content
    if (competence === undefined) return []
    const max = competence.levelMax
    const attested: SaidLevel = {
      voice: 'attested',
      level: competence.level,
      max,
      words: competence.levelLabel,
    }
    const confirmed = otherVoice('confirmed', competence.confirmedLevel, competence.confirmedLabel, max)
    const declared = otherVoice('declared', competence.declaredLevel, competence.declaredLabel, max)
    const agrees = confirmed?.level === competence.level
    return [
      {
        name: competence.label,
        description: competence.description,
        attested,
        marks: agrees ? ['attested', 'confirmed'] : ['attested'],
        ...(confirmed === undefined || agrees ? {} : { apart: confirmed }),
        voices: [declared, attested, confirmed].filter((voice) => voice !== undefined),
        ...(competence.confirmedBy === undefined ? {} : { confirmedBy: competence.confirmedBy }),
      },
    ]
  })
}

function otherVoice(
  voice: Voice,
  level: string | undefined,
  words: string | undefined,
  max: number,
): SaidLevel | undefined {
  return level === undefined ? undefined : { voice, level, max, words: words ?? level }
}
