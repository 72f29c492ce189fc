import type { CredentialContent } from '../../../issuer/credentials/index.ts'
import type { PublicTranslate } from '../../../platform/i18n/index.ts'
import type { Voice } from '../pdf/marks.ts'

export type Competence = NonNullable<CredentialContent['competence']>

export interface SpokenVoice {
  readonly voice: Voice
  readonly word: string
  /** Said only when this voice gives another level than the attested one. */
  readonly otherLevel?: string
}

export const VOICE_KEYS = {
  declared: 'passport.voiceDeclared',
  attested: 'passport.voiceAttested',
  confirmed: 'passport.voiceConfirmed',
} as const

/** Which voices speak of a competence, always in the same order. */
export function voicesOf(competence: Competence, t: PublicTranslate): SpokenVoice[] {
  const spoken = (voice: Voice, level?: string, label?: string): SpokenVoice => ({
    voice,
    word: t(VOICE_KEYS[voice]),
    ...(level !== undefined && level !== competence.level && label !== undefined
      ? { otherLevel: label }
      : {}),
  })
  const voices = [spoken('attested')]
  if (competence.declaredLevel !== undefined)
    voices.unshift(spoken('declared', competence.declaredLevel, competence.declaredLabel))
  if (competence.confirmedLevel !== undefined)
    voices.push(spoken('confirmed', competence.confirmedLevel, competence.confirmedLabel))
  return voices
}

/** A level's place on its scale: '3' is 3, 'B1' is 3 of 6. */
export function levelRank(level: string): number {
  const cefr = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'].indexOf(level)
  return cefr >= 0 ? cefr + 1 : Number(level)
}
