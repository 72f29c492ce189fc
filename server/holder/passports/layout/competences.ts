import type { Translate } from '../../../platform/i18n/index.ts'
import { DOT_STEP, drawDots, drawVoice, VOICE_MARK_WIDTH } from '../pdf/marks.ts'
import { INK, RULE, SLATE } from '../pdf/palette.ts'
import { setText, widthOf, type SetText, type TextStyle } from '../pdf/set-text.ts'
import { drawText } from '../pdf/draw-text.ts'
import { artifact, fillRect, node, tagged, type Sheet, type StructureNode } from '../pdf/sheet.ts'
import { sectionHeading, type Edition } from './frame.ts'
import type { Block } from './place-blocks.ts'
import { levelRank, voicesOf, type Competence, type SpokenVoice } from './spoken-voices.ts'
import { COMPETENCE, CONTENT_WIDTH, LEVEL, MARGIN, SMALL, VOICE } from './styles.ts'

const LABEL_WIDTH = 176
const LEVEL_X = MARGIN + LABEL_WIDTH + 10
const LEVEL_WIDTH = 126
const VOICES_X = LEVEL_X + LEVEL_WIDTH + 6

/** What the person can do: one row a competence, its level in dots and words, who says it in three marks. */
export function competenceBlocks(edition: Edition): Block[] {
  const rows = edition.content.competences.flatMap((credential) => credential.competence ?? [])
  if (rows.length === 0) return []
  const heading = sectionHeading(edition, edition.t('passport.skills'))
  const list = node('L', edition.root)
  return [heading, ...rows.map((row, index) => competenceRow(edition, row, list, index === rows.length - 1))]
}

/** Texts of one row stand on the label's baseline, whatever their size. */
const onBaseline = (style: TextStyle): number => (COMPETENCE.size - style.size) * 0.33

function competenceRow(
  edition: Edition,
  competence: Competence,
  list: StructureNode,
  isLast: boolean,
): Block {
  const { t } = edition
  const { padding, lead } = edition.spacing.row
  const item = node('LI', list)
  const nodes = { label: node('Lbl', item), body: node('LBody', item) }
  const rank = levelRank(competence.level)
  const dots = node('Figure', nodes.body, t('passport.dotsAlt', { level: rank, max: competence.levelMax }))
  const words = node('P', nodes.body)
  const label = setText(competence.label, { ...COMPETENCE, leading: lead }, LABEL_WIDTH)
  const wordsX = LEVEL_X + competence.levelMax * DOT_STEP + 5
  const level = setText(competence.levelLabel, { ...LEVEL, leading: lead }, LEVEL_X + LEVEL_WIDTH - wordsX)
  const voices = voicesOf(competence, t)
  const voiceNodes = voices.map(() => node('P', nodes.body))
  const said = Math.max(level.height, voiceLines(voices).length * lead)
  const note = setNote(voices, t)
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
      drawVoices(sheet, voices, voiceNodes, { top: y, lead })
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
  voices: readonly SpokenVoice[],
  owners: readonly StructureNode[],
  { top, lead }: { top: number; lead: number },
): void {
  voiceLines(voices).forEach((line, index) => {
    let x = VOICES_X
    const y = top + index * lead
    for (const voice of line) {
      const owner = owners[voices.indexOf(voice)]
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
