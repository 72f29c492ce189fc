import { DOT_STEP, drawDots, DOTS_HEIGHT } from '../pdf/marks.ts'
import { RULE, SLATE } from '../pdf/palette.ts'
import { artifact, figure, fillRect, node, type Sheet, type StructureNode } from '../pdf/sheet.ts'
import type { ToldCompetence } from './find-competences.ts'
import { sectionHeading, type Edition } from './frame.ts'
import type { Block } from './place-blocks.ts'
import { setInline, setPassage, setParagraph } from './tongues.ts'
import { onBaseline, setVoices, underOf } from './voice-marks.ts'

/** What the person can do: one row a competence, its level in dots and words, who says it in three marks. */
export function competenceBlocks(edition: Edition): Block[] {
  const rows = edition.told.competences
  if (rows.length === 0) return []
  const heading = sectionHeading(edition, ({ t }) => t('passport.skills'))
  const list = node('L', edition.root)
  const row = edition.spacing.rowsStacked ? stackedRow : competenceRow
  return [heading, ...rows.map((told, index) => row(edition, told, list, index === rows.length - 1))]
}

const LABEL_WIDTH = 176
const LEVEL_WIDTH = 126

/** Three columns: what, how well, who says so. */
function competenceRow(edition: Edition, told: ToldCompetence, list: StructureNode, isLast: boolean): Block {
  const { look } = edition
  const { padding, lead } = edition.spacing.row
  const levelX = look.left + LABEL_WIDTH + 10
  const voicesX = levelX + LEVEL_WIDTH + 6
  const right = look.left + look.width
  const owners = ownersOf(list, told)
  const label = setLabel(edition, told, owners.label, LABEL_WIDTH)
  const level = setLevel(edition, told, owners, levelX + LEVEL_WIDTH - levelX)
  const voices = setVoices(told.voices, owners.body, { look, room: right - voicesX, lead })
  const said = Math.max(level.height, voices.height)
  const notes = setNotes(edition, told, owners.body, right - levelX)
  const height = 2 * padding + Math.max(label.height, said + (notes?.height ?? 0))
  return {
    height,
    draw(sheet, top) {
      const y = top + padding
      label.draw(sheet, look.left, y)
      level.draw(sheet, levelX, y)
      voices.draw(sheet, voicesX, y)
      notes?.draw(sheet, levelX, y + said, [SLATE, SLATE])
      if (!isLast) rule(sheet, edition, top + height)
    },
  }
}

/** On a narrow panel: the competence over its level and its voices, which share a line while they fit. */
function stackedRow(edition: Edition, told: ToldCompetence, list: StructureNode, isLast: boolean): Block {
  const { look } = edition
  const { padding, lead } = edition.spacing.row
  const owners = ownersOf(list, told)
  const label = setLabel(edition, told, owners.label, look.width)
  const level = setLevel(edition, told, owners, look.width)
  const voices = setVoices(told.voices, owners.body, { look, room: look.width, lead })
  const together = level.width + voices.width + 12 <= look.width
  const said = together ? Math.max(level.height, voices.height) : level.height + voices.height
  const notes = setNotes(edition, told, owners.body, look.width)
  const height = 2 * padding + label.height + 1 + said + (notes?.height ?? 0)
  return {
    height,
    draw(sheet, top) {
      const y = label.draw(sheet, look.left, top + padding) + 1
      level.draw(sheet, look.left, y)
      if (together) voices.draw(sheet, look.left + look.width - voices.width, y)
      else voices.draw(sheet, look.left, y + level.height)
      notes?.draw(sheet, look.left, y + said, [SLATE, SLATE])
      if (!isLast) rule(sheet, edition, top + height)
    },
  }
}

interface Owners {
  readonly label: StructureNode
  readonly body: StructureNode
  readonly dots: StructureNode
}

function ownersOf(list: StructureNode, { dotsAlt }: ToldCompetence): Owners {
  const item = node('LI', list)
  const label = node('Lbl', item)
  const body = node('LBody', item)
  return { label, body, dots: node('Figure', body, { alt: dotsAlt }) }
}

function setLabel(
  { look, spacing }: Edition,
  { label }: ToldCompetence,
  owner: StructureNode,
  width: number,
) {
  const lead = spacing.row.lead
  return setPassage(label, owner, [{ ...look.competence, leading: lead }, underOf(look, lead)], width)
}

/** Dots, then the level in words beside them. */
function setLevel({ look, spacing }: Edition, told: ToldCompetence, owners: Owners, room: number) {
  const { rank, max } = told
  const { lead } = spacing.row
  const style = { ...look.level, leading: lead }
  const dots = max * DOT_STEP * look.marks
  const indent = dots + 5 * look.marks
  const words = setParagraph(told.level, { parent: owners.body }, [style, underOf(look, lead)], room - indent)
  return {
    height: words.height,
    width: indent + words.width,
    draw(sheet: Sheet, x: number, top: number) {
      const middle = top + lead / 2 + 0.4
      const tall = DOTS_HEIGHT * look.marks
      figure(sheet, owners.dots, { x, y: middle - tall / 2, width: dots, height: tall }, () =>
        drawDots(sheet, rank, max, x, middle, look.marks),
      )
      words.draw(sheet, x + indent, top + onBaseline(look, style), [SLATE, SLATE])
    },
  }
}

function setNotes({ look }: Edition, { notes }: ToldCompetence, parent: StructureNode, width: number) {
  return notes.length === 0 ? undefined : setInline(notes, node('P', parent), look.small, width)
}

const rule = (sheet: Sheet, { look }: Edition, y: number): void =>
  artifact(sheet, () => fillRect(sheet, RULE, look.left, y - 0.5, look.width, 0.75))
