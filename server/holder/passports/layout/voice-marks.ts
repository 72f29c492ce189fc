import { drawVoice, VOICE_MARK_WIDTH } from '../pdf/marks.ts'
import { INK, SLATE } from '../pdf/palette.ts'
import type { TextStyle } from '../pdf/set-text.ts'
import { artifact, node, type Sheet, type StructureNode } from '../pdf/sheet.ts'
import type { ToldVoice } from './find-competences.ts'
import type { Look } from './styles.ts'
import { setPassage, type Passage } from './tongues.ts'

/** Between two voices, and from a mark to its word, for marks of their usual size. */
const VOICE_GAP = 9
const WORD_GAP = 3.5

export interface SetVoices {
  readonly height: number
  /** Of the longest line. */
  readonly width: number
  draw(sheet: Sheet, x: number, top: number): void
}

interface SetVoice {
  readonly told: ToldVoice
  readonly words: Passage
  readonly width: number
}

/** The marks of a competence's voices with their words: side by side while they fit, in as many lines as they need. */
export function setVoices(
  told: readonly ToldVoice[],
  owner: StructureNode,
  { look, room, lead }: { readonly look: Look; readonly room: number; readonly lead: number },
): SetVoices {
  const style = { ...look.voice, leading: lead }
  const under = underOf(look, lead)
  const mark = (VOICE_MARK_WIDTH + WORD_GAP) * look.marks
  const set = told.map((voice): SetVoice => {
    const words = setPassage(voice.words, node('P', owner), [style, under])
    return { told: voice, words, width: mark + words.width }
  })
  const lines = linesOf(set, room, VOICE_GAP * look.marks)
  const heights = lines.map((line) => Math.max(...line.map(({ words }) => words.height)))
  return {
    height: heights.reduce((sum, height) => sum + height, 0),
    width: Math.max(0, ...lines.map((line) => widthOfLine(line, VOICE_GAP * look.marks))),
    draw(sheet, x, top) {
      let y = top
      lines.forEach((line, index) => {
        let pen = x
        for (const { told: voice, words, width } of line) {
          artifact(sheet, () => drawVoice(sheet, voice.voice, pen, y + lead / 2 + 0.4, look.marks))
          words.draw(sheet, pen + mark, y + onBaseline(look, style), [INK, SLATE])
          pen += width + VOICE_GAP * look.marks
        }
        y += heights[index] ?? 0
      })
    },
  }
}

function linesOf(voices: readonly SetVoice[], room: number, gap: number): SetVoice[][] {
  const lines: SetVoice[][] = []
  for (const voice of voices) {
    const line = lines.at(-1)
    if (line && widthOfLine([...line, voice], gap) <= room + 0.5) line.push(voice)
    else lines.push([voice])
  }
  return lines
}

const widthOfLine = (line: readonly SetVoice[], gap: number): number =>
  line.reduce((sum, { width }) => sum + width, 0) + gap * (line.length - 1)

/** What stands under a word in the other language. */
export const underOf = (look: Look, lead: number): TextStyle => ({
  ...look.small,
  size: look.small.size * 0.92,
  leading: lead * 0.78,
})

/** Texts of one row stand on the label's baseline, whatever their size. */
export const onBaseline = ({ competence }: Look, style: TextStyle): number =>
  (competence.size - style.size) * 0.33
