import type { Translate } from '../../../platform/i18n/index.ts'
import { DOT_STEP, drawDots, drawVoice, VOICE_MARK_WIDTH } from '../pdf/marks.ts'
import { INK, RULE, SLATE } from '../pdf/palette.ts'
import { setText, widthOf, type SetText, type TextStyle } from '../pdf/set-text.ts'
import { drawText } from '../pdf/draw-text.ts'
import { artifact, fillRect, node, tagged, type Sheet, type StructureNode } from '../pdf/sheet.ts'
import { sectionHeading, type Edition, type Telling } from './frame.ts'
import type { Block } from './place-blocks.ts'
import { levelRank, voicesOf, type Competence, type SpokenVoice } from './spoken-voices.ts'
import { COMPETENCE, CONTENT_WIDTH, LEVEL, MARGIN, SMALL, VOICE } from './styles.ts'

const LABEL_WIDTH = 176
const LEVEL_X = MARGIN + LABEL_WIDTH + 10
const LEVEL_WIDTH = 126
const VOICES_X = LEVEL_X + LEVEL_WIDTH + 6

/** A competence, the voices that speak of it and what they say in words. */
export interface ToldCompetence {
  readonly competence: Competence
  readonly voices: readonly SpokenVoice[]
  readonly lines: readonly (readonly SpokenVoice[])[]
  readonly note: SetText | undefined
  readonly dotsAlt: string
}

/** The competences in the order of the passport. */
export function findCompetences({ content, t }: Telling): ToldCompetence[] {
  const found = content.competences.flatMap(({ competence }) => competence ?? [])
  return found.map((competence): ToldCompetence => {
    const voices = voicesOf(competence, t)
    const dots = { level: levelRank(competence.level), max: competence.levelMax }
    return {
      competence,
      voices,
      lines: voiceLines(voices),
      note: setNote(voices, t),
      dotsAlt: t('passport.dotsAlt', dots),
    }
  })
}

/** What the person can do: one row a competence, its level in dots and words, who says it in three marks. */
export function competenceBlocks(edition: Edition): Block[] {
  const rows = edition.told.competences
  if (rows.length === 0) return []
  const heading = sectionHeading(edition, edition.t('passport.skills'))
  const list = node('L', edition.root)
  return [heading, ...rows.map((row, index) => competenceRow(edition, row, list, index === rows.length - 1))]
}

/** Texts of one row stand on the label's baseline, whatever their size. */
const onBaseline = (style: TextStyle): number => (COMPETENCE.size - style.size) * 0.33

function competenceRow(
  edition: Edition,
  { competence, voices, lines, note, dotsAlt }: ToldCompetence,
  list: StructureNode,
  isLast: boolean,
): Block {
  const { padding, lead } = edition.spacing.row
  const item = node('LI', list)
  const nodes = { label: node('Lbl', item), body: node('LBody', item) }
  const rank = levelRank(competence.level)
  const dots = node('Figure', nodes.body, dotsAlt)
  const words = node('P', nodes.body)
  const label = setText(competence.label, { ...COMPETENCE, leading: lead }, LABEL_WIDTH)
  const wordsX = LEVEL_X + competence.levelMax * DOT_STEP + 5
  const level = setText(competence.levelLabel, { ...LEVEL, leading: lead }, LEVEL_X + LEVEL_WIDTH - wordsX)
  const voiceNodes = new Map(voices.map((voice) => [voice, node('P', nodes.body)]))
  const said = Math.max(level.height, lines.length * lead)
  const noteNode = note && node('P', nodes.body)
  const height = 2 * padding + Math.max(label.height, said + (note?.height ?? 0))
  return {
    height,
    draw(sheet, top) {
      const y = top + padding
      const middle = y + lead / 2 + 0.4
      tagged(sheet, nodes.label, () => drawText(sheet, label, MARGIN, y, INK))
      tagged(sheet, dots, () => drawDots(sheet, rank, competence.levelMax, LEVEL_X, middle))
      tagged(sheet, words, () => drawText(sheet, level, wordsX, y + onBaseline(LEVEL), SLATE))
      drawVoices(sheet, lines, voiceNodes, { top: y, lead })
      if (note && noteNode) tagged(sheet, noteNode, () => drawText(sheet, note, LEVEL_X, y + said, SLATE))
      if (!isLast)
        artifact(sheet, () => fillRect(sheet, RULE, MARGIN, top + height - 0.5, CONTENT_WIDTH, 0.75))
    },
  }
}

const VOICE_GAP = 9

function voiceWidth(voice: SpokenVoice): number {
  return VOICE_MARK_WIDTH + 3.5 + widthOf(voice.word, VOICE)
}

/** Lines of voices: side by side while they fit the column. */
function voiceLines(voices: readonly SpokenVoice[]): SpokenVoice[][] {
  const room = MARGIN + CONTENT_WIDTH - VOICES_X
  const lines: SpokenVoice[][] = []
  let used = Infinity
  for (const voice of voices) {
    const width = voiceWidth(voice)
    if (used + width > room + 0.5) {
      lines.push([])
      used = 0
    }
    lines.at(-1)?.push(voice)
    used += width + VOICE_GAP
  }
  return lines
}

function drawVoices(
  sheet: Sheet,
  lines: readonly (readonly SpokenVoice[])[],
  owners: ReadonlyMap<SpokenVoice, StructureNode>,
  { top, lead }: { top: number; lead: number },
): void {
  lines.forEach((line, index) => {
    let x = VOICES_X
    const y = top + index * lead
    for (const voice of line) {
      const owner = owners.get(voice)
      if (!owner) continue
      tagged(sheet, owner, () => {
        drawVoice(sheet, voice.voice, x, y + lead / 2 + 0.4)
        drawText(
          sheet,
          setText(voice.word, { ...VOICE, leading: lead }),
          x + VOICE_MARK_WIDTH + 3.5,
          y + onBaseline(VOICE),
          INK,
        )
      })
      x += voiceWidth(voice) + VOICE_GAP
    }
  })
}

/** A voice that gives another level says so in words, so that the three are never mixed. */
function setNote(voices: readonly SpokenVoice[], t: Translate): SetText | undefined {
  const said = voices.flatMap((voice) =>
    voice.otherLevel === undefined
      ? []
      : [t('passport.voiceAt', { voice: voice.word, level: voice.otherLevel })],
  )
  return said.length === 0 ? undefined : setText(said.join(' · '), SMALL, MARGIN + CONTENT_WIDTH - LEVEL_X)
}
