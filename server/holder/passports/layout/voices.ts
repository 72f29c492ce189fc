import { drawVoice, VOICE_MARK_WIDTH } from '../pdf/marks.ts'
import { INK, SLATE } from '../pdf/palette.ts'
import { artifact, node, type Sheet, type StructureNode } from '../pdf/sheet.ts'
import { widthOf } from '../pdf/set-text.ts'
import type { Speaker } from './find-speakers.ts'
import { sectionHeading, type Edition } from './frame.ts'
import type { Block } from './place-blocks.ts'
import type { Look } from './styles.ts'
import { setParagraph, setPassage } from './tongues.ts'

const COLUMN_GAP = 16
/** From a mark to its word, and from the word to the name. */
const WORD_GAP = 5
const NAME_GAP = 9

/** As many lines stand together in any case. */
const TOGETHER = 5

/** The place of a speaker among the others. */
interface Column {
  readonly look: Look
  readonly list: StructureNode
  /** Of the longest of the words for the voices. */
  readonly wordWidth: number
}

/** Who stands behind each voice, and how to reach those who attest: the legend of the three marks. */
export function voiceBlocks(edition: Edition): Block[] {
  const { look, spacing, told } = edition
  const speakers = told.speakers
  if (speakers.length === 0) return []
  const heading = sectionHeading(edition, ({ t }) => t('passport.voices'))
  const texts = speakers.flatMap(({ word }) =>
    word.map(({ text }, index) => widthOf(text, index === 0 ? look.bodyBold : look.small)),
  )
  const column: Column = { look, list: node('L', edition.root), wordWidth: Math.max(...texts) }
  const lines = linesOf(speakers, column, spacing.voicesInPairs)
  const first = (block: Block): Block => (spacing.voicesOnBack === true ? { ...block, notBefore: 2 } : block)
  const blocks = lines.map((line, index): Block => ({
    ...lineBlock(line, column, index === 0),
    // a short legend is not cut in two
    keepWithNext: lines.length <= TOGETHER && index < lines.length - 1,
  }))
  return [first(heading), ...blocks]
}

/** A line's half, when two speakers share it. */
const halfOf = ({ width }: Look): number => (width - COLUMN_GAP) / 2

/** The speakers of each line; in pairs, two short ones stand side by side. */
function linesOf(list: readonly Speaker[], column: Column, inPairs: boolean): Speaker[][] {
  const { look } = column
  const isShort = ({ who, contact }: Speaker): boolean =>
    contact === undefined &&
    Math.max(...who.map(({ text }) => whoOffset(column) + widthOf(text, look.body))) <= halfOf(look)
  const short = inPairs ? list.filter(isShort) : []
  const pairs = short.flatMap((_, index) => (index % 2 === 0 ? [short.slice(index, index + 2)] : []))
  return list.flatMap((speaker) => {
    if (!short.includes(speaker)) return [[speaker]]
    return pairs.filter(([first]) => first === speaker)
  })
}

/** From a speaker's mark to the name. */
const whoOffset = ({ look, wordWidth }: Column): number =>
  (VOICE_MARK_WIDTH + WORD_GAP + NAME_GAP) * look.marks + wordWidth

function lineBlock(speakers: readonly Speaker[], column: Column, isFirst: boolean): Block {
  const { look } = column
  const set = speakers.map((speaker, index) =>
    setSpeaker(speaker, column, look.left + index * (halfOf(look) + COLUMN_GAP)),
  )
  return {
    height: Math.max(...set.map(({ height }) => height)),
    gap: isFirst ? 6 * look.marks : 3.5 * look.marks,
    draw(sheet, top) {
      for (const speaker of set) speaker.draw(sheet, top)
    },
  }
}

function setSpeaker(speaker: Speaker, column: Column, x: number) {
  const { look, list } = column
  const item = node('LI', list)
  const label = node('Lbl', item)
  const body = node('LBody', item)
  const whoX = x + whoOffset(column)
  const width = look.left + look.width - whoX
  const word = setPassage(speaker.word, label, [look.bodyBold, look.small])
  const who = setParagraph(speaker.who, { parent: body }, [look.body, look.small], width)
  const { contact: address } = speaker
  const contact =
    address === undefined
      ? undefined
      : setParagraph([{ text: address }], { parent: body }, [look.small], width)
  const beside = who.width + NAME_GAP
  const isShort = speaker.who.length === 1 && who.height === look.body.leading
  const together = contact !== undefined && isShort && beside + contact.width <= width
  return {
    height: Math.max(word.height, who.height + (together ? 0 : (contact?.height ?? 0))),
    draw(sheet: Sheet, top: number) {
      artifact(sheet, () => drawVoice(sheet, speaker.voice, x, top + look.body.leading / 2 + 0.3, look.marks))
      word.draw(sheet, x + (VOICE_MARK_WIDTH + WORD_GAP) * look.marks, top, [INK, SLATE])
      const y = who.draw(sheet, whoX, top, [INK, SLATE])
      const [contactX, contactY] = together ? [whoX + beside, top + 1.8] : [whoX, y]
      contact?.draw(sheet, contactX, contactY)
    },
  }
}
