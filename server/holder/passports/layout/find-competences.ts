import { competenceIn, findCompetence, levelIn, type LevelCode } from '../../../issuer/achievements/index.ts'
import type { Language } from '../../../kernel/locale.ts'
import type { Voice } from '../pdf/marks.ts'
import type { Telling } from './frame.ts'
import { levelRank, VOICE_KEYS, voicesOf, type Competence, type SpokenVoice } from './spoken-voices.ts'
import { inEach, type Tongue, type Words } from './tongues.ts'

/** A competence, the voices that speak of it and what they say, in each language. */
export interface ToldCompetence {
  readonly rank: number
  readonly max: number
  readonly label: readonly Words[]
  readonly level: readonly Words[]
  readonly voices: readonly ToldVoice[]
  /** A voice that gives another level than the attested one says so in words, so that the three are never mixed. */
  readonly notes: readonly Words[]
  readonly dotsAlt: string
}

export interface ToldVoice {
  readonly voice: Voice
  readonly words: readonly Words[]
}

/** The competences in the order of the passport. */
export function findCompetences(telling: Telling): ToldCompetence[] {
  return telling.content.competences.flatMap((credential) =>
    credential.competence === undefined ? [] : [tell(credential.competence, telling)],
  )
}

function tell(competence: Competence, telling: Telling): ToldCompetence {
  const { tongues, t, locale } = telling
  const { label, levelLabel, levelMax } = competence
  const rank = levelRank(competence.level)
  const [first, second] = tongues
  const abroad = second && wordsAbroad(competence, second.language)
  const voices = voicesOf(competence, first.t)
  const notes = [
    ...noteOf(voices, first, competence.levelLanguage, locale),
    ...(second && abroad ? noteOf(voicesOf(abroad, second.t), second, second.language, locale) : []),
  ]
  return {
    rank,
    max: levelMax,
    label: twice({ text: label, language: competence.language }, abroad?.label, telling),
    level: twice({ text: levelLabel, language: competence.levelLanguage }, abroad?.levelLabel, telling),
    voices: voices.map(({ voice }) => ({
      voice,
      words: inEach(tongues, (tongue) => tongue.t(VOICE_KEYS[voice])),
    })),
    notes,
    dotsAlt: t('passport.dotsAlt', { level: rank, max: levelMax }),
  }
}

/** Words as they were signed, then in the other language where it says otherwise. */
function twice(
  { text, language }: Required<Words>,
  abroad: string | undefined,
  { locale, tongues: [, second] }: Telling,
): Words[] {
  const signed: Words = language === locale ? { text } : { text, language }
  if (second === undefined || abroad === undefined || abroad === text) return [signed]
  return [signed, { text: abroad, language: second.language }]
}

/** A competence in another language, as far as somebody has written it and it still says what was signed. */
function wordsAbroad(competence: Competence, language: Language): Competence | undefined {
  const known = findCompetence(competence.code)
  if (known === undefined) return undefined
  const words = competenceIn(language, known)
  const labelStands =
    words.language === language && competenceIn(competence.language, known).label === competence.label
  const level = (code: LevelCode, said: string) =>
    levelIn(competence.levelLanguage, known, code) === said ? levelIn(language, known, code) : said
  const { declaredLevel, declaredLabel, confirmedLevel, confirmedLabel } = competence
  return {
    ...competence,
    label: labelStands ? words.label : competence.label,
    levelLabel: level(competence.level, competence.levelLabel),
    ...(declaredLevel && declaredLabel ? { declaredLabel: level(declaredLevel, declaredLabel) } : {}),
    ...(confirmedLevel && confirmedLabel ? { confirmedLabel: level(confirmedLevel, confirmedLabel) } : {}),
  }
}

function noteOf(
  voices: readonly SpokenVoice[],
  { t }: Tongue,
  language: Language,
  locale: Language,
): Words[] {
  const said = voices.flatMap((voice) =>
    voice.otherLevel === undefined
      ? []
      : [t('passport.voiceAt', { voice: voice.word, level: voice.otherLevel })],
  )
  if (said.length === 0) return []
  const text = said.join(' · ')
  return [language === locale ? { text } : { text, language }]
}
