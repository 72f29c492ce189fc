import type { CredentialContent } from '../../issuer/credentials/index.ts'
import type { Translate } from '../../platform/i18n/index.ts'
import { levelRank, voicesOf, type SpokenVoice } from '../passports/index.ts'
import {
  COLOURS,
  dots,
  dotsWidth,
  drawText,
  fitText,
  rect,
  voiceMark,
  VOICE_MARK_WIDTH,
} from '../pictures/index.ts'

/** Height of a row. */
export const ROW = 108
const LABEL_WIDTH = 510
/** Where the level stands, from the row's left edge. */
const LEVEL = 540
const DOT = 11

/** A competence and who attests it, then its level and the voices that speak of it. */
export function competenceRow(
  { competence, issuer }: CredentialContent,
  place: { readonly x: number; readonly top: number; readonly width: number },
  t: Translate,
): string {
  if (competence === undefined) return ''
  const { x, top, width } = place
  const middle = x + LEVEL
  const label = fitText(competence.label, { width: LABEL_WIDTH, height: 68, weight: 'bold', size: 30 })
  const by = fitText(issuer.name, { width: LABEL_WIDTH, height: 26, weight: 'regular', size: 21 })
  const labelTop = top + (ROW - 12 - label.height - by.height) / 2
  const wordsX = middle + dotsWidth(competence.levelMax, DOT) + 16
  const level = fitText(competence.levelLabel, {
    width: x + width - wordsX,
    height: 38,
    weight: 'regular',
    size: 26,
  })
  const voices = voicesOf(competence, t)
  const part = (width - LEVEL) / voices.length
  return (
    drawText(label, x, labelTop, COLOURS.ink) +
    drawText(by, x, labelTop + label.height, COLOURS.slate) +
    dots(levelRank(competence.level), competence.levelMax, { x: middle, y: top + 24, radius: DOT }) +
    drawText(level, wordsX, top + 24 - level.height / 2, COLOURS.ink) +
    voices
      .map((voice, index) => voiceWords(voice, { x: middle + index * part, y: top + 66, part }, t))
      .join('') +
    rect({ x, y: top + ROW - 6, width, height: 2 }, COLOURS.rule)
  )
}

function voiceWords(
  { voice, word, otherLevel }: SpokenVoice,
  { x, y, part }: { readonly x: number; readonly y: number; readonly part: number },
  t: Translate,
): string {
  const words = otherLevel === undefined ? word : t('passport.voiceAt', { voice: word, level: otherLevel })
  const mark = VOICE_MARK_WIDTH * 2
  const set = fitText(words, { width: part - mark - 18, height: 44, weight: 'regular', size: 23 })
  return voiceMark(voice, x, y, 2) + drawText(set, x + mark + 8, y - set.height / 2, COLOURS.ink)
}
