import { AppError } from '../../kernel/errors.ts'
import type { Language } from '../../kernel/locale.ts'
import {
  AUTONOMY_LEVELS,
  CEFR_LEVELS,
  competenceIn,
  findCompetence,
  levelIn,
  levelLabel,
  type LevelCode,
  type ResultVoice,
  type WordsAbroad,
} from '../achievements/index.ts'
import type { CompetenceContent } from './credential-content.ts'
import type { SignedCredential } from './signed-shape.ts'

const LEVEL_CODES: readonly LevelCode[] = [...AUTONOMY_LEVELS, ...CEFR_LEVELS]

/**
 * The competence and its three voices, in the words that were signed; in the reader's language where our framework
 * still says the same. A competence that we reworded or ship no more stays in the words of its signature; so do its levels.
 */
export function readCompetence(
  document: SignedCredential,
  language: Language | undefined,
  confirmedBy: string | undefined,
): CompetenceContent {
  const { achievement } = document.credentialSubject
  const { humanCode: code, inLanguage: written } = achievement
  const attested = voiceLevel(document, 'attested')
  if (attested === undefined || code === undefined) throw new AppError('schema-mismatch')
  const declared = voiceLevel(document, 'declared')
  const confirmed = voiceLevel(document, 'confirmed')
  const said = [declared, attested, confirmed].filter((level) => level !== undefined)
  const words = wordsFor(achievement, said, code, language ?? written)
  return {
    code,
    label: words.label,
    description: words.description,
    language: words.language,
    level: attested.code,
    levelLabel: words.levelLabel(attested),
    levelMax: attested.of,
    levelLanguage: words.levelLanguage,
    ...(declared && { declaredLevel: declared.code, declaredLabel: words.levelLabel(declared) }),
    ...(confirmed && { confirmedLevel: confirmed.code, confirmedLabel: words.levelLabel(confirmed) }),
    ...(confirmedBy === undefined ? {} : { confirmedBy }),
  }
}

type SignedAchievement = SignedCredential['credentialSubject']['achievement']

interface Words extends WordsAbroad {
  readonly levelLanguage: Language
  levelLabel(level: SaidLevel): string
}

function wordsFor(
  signed: SignedAchievement,
  said: readonly SaidLevel[],
  code: string,
  language: Language,
): Words {
  const written = signed.inLanguage
  const known = written === language ? undefined : findCompetence(code)
  const asSigned: Words = {
    label: signed.name,
    description: signed.description,
    language: written,
    levelLanguage: written,
    levelLabel: (level) => level.name,
  }
  if (known === undefined || known.label[written] !== signed.name) return asSigned
  const levelsStand = said.every((level) => levelLabel(known, level.code, written) === level.name)
  return {
    ...asSigned,
    ...competenceIn(language, known),
    ...(levelsStand && {
      levelLanguage: language,
      levelLabel: (level: SaidLevel) => levelIn(language, known, level.code),
    }),
  }
}

interface SaidLevel {
  readonly code: LevelCode
  readonly name: string
  /** How many levels this voice could choose from. */
  readonly of: number
}

/** The result whose description is this voice's, followed to its rubric level. */
function voiceLevel(document: SignedCredential, voice: ResultVoice): SaidLevel | undefined {
  const { achievement, result } = document.credentialSubject
  const description = achievement.resultDescription.find(({ id }) => id.endsWith(`#${voice}`))
  const said = result.find(({ resultDescription }) => resultDescription === description?.id)
  const level = description?.rubricCriterionLevel.find(({ id }) => id === said?.achievedLevel)
  const code = LEVEL_CODES.find((known) => known === level?.level)
  if (description === undefined || level === undefined || code === undefined) return undefined
  return { code, name: level.name, of: description.rubricCriterionLevel.length }
}
