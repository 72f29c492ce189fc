import { drawText } from '../pdf/draw-text.ts'
import type { FontShelf } from '../pdf/font-shelf.ts'
import { INK, RULE, SLATE } from '../pdf/palette.ts'
import { setText } from '../pdf/set-text.ts'
import { artifact, createSheet, fillRect, node, type Sheet, type StructureNode } from '../pdf/sheet.ts'
import { groupCode } from '../scan-url.ts'
import { setBookletBack } from './booklet-back.ts'
import { setBookletCover } from './booklet-cover.ts'
import { chooseSetting, type Setting } from './choose-setting.ts'
import { competenceBlocks } from './competences.ts'
import { drawFoldMarks, onPanel, PANELS, type PanelName } from './fold.ts'
import { findTold, type Edition, type Telling } from './frame.ts'
import { stayBlocks, trainingBlocks } from './history.ts'
import { missingNote } from './missing-note.ts'
import { observationBlocks } from './observations.ts'
import type { PlacedBlock, Region } from './place-blocks.ts'
import { PANEL_SPACINGS } from './spacings.ts'
import { PANEL_CONTENT, PANEL_HEIGHT, PANEL_MARGIN, panelLook } from './styles.ts'
import { voiceBlocks } from './voices.ts'

/** Of a panel that nothing but content stands on. */
const WHOLE: Region = { top: PANEL_MARGIN + 3, bottom: PANEL_HEIGHT - PANEL_MARGIN }
/** On a second sheet each panel says whose it is: it has the name over it. */
const FURTHER: Region = { top: PANEL_MARGIN + 22, bottom: PANEL_HEIGHT - PANEL_MARGIN }
const BACK_AIR = 14
/** The panels of the first sheet that the cover leaves free. */
const FREE: readonly PanelName[] = ['insideLeft', 'insideRight', 'back']

interface BookletSetting extends Setting {
  readonly edition: Edition
}

/**
 * A sheet that folds twice to a booklet for a pocket: the cover, what the person can do on the inside, the verification on
 * the back. What does not fit goes on on another sheet that folds the same way.
 */
export function drawBooklet(telling: Telling, shelf: FontShelf, root: StructureNode): Sheet[] {
  const told = findTold(telling)
  const [front, behind] = [node('Part'), node('Part')]
  const cover = setBookletCover(telling, front)
  const back = setBookletBack(telling, behind)
  const overBack = { top: WHOLE.top, bottom: back.top - BACK_AIR }
  const regions = { first: [WHOLE, WHOLE, overBack], next: FURTHER }
  const { setting, pages } = chooseSetting(PANEL_SPACINGS, ({ spacing, size }) =>
    [true, false].map((voicesOnBack): BookletSetting => {
      const look = panelLook(size)
      const edition: Edition = {
        ...telling,
        told,
        spacing: { ...spacing, voicesOnBack },
        look,
        root: node('Part'),
      }
      const stays = cover.tellsAll ? [] : stayBlocks(edition)
      const blocks = [...stays, ...setBlocks(edition)]
      // the two sides of the inside are seen at once
      return { edition, blocks, regions, pages: FREE.length, even: 2 }
    }),
  )
  // each attempt had a structure of its own: only the chosen one's is told
  root.kids.push(...front.kids, ...setting.edition.root.kids, ...behind.kids)
  const sheets = sheetsOf(pages)
  return sheets.map((panels, index) => {
    const sheet = createSheet(shelf)
    drawFoldMarks(sheet)
    for (const panel of PANELS)
      onPanel(sheet, panel, () => {
        if (index === 0 && panel === 'cover') cover.draw(sheet)
        const blocks = panels.get(panel) ?? []
        if (index > 0 && blocks.length > 0) drawHead(sheet, telling, `${index + 1} / ${sheets.length}`)
        for (const { block, top } of blocks) block.draw(sheet, top)
        // alone on its panel, the verification stands in the middle of it
        if (index === 0 && panel === 'back') back.draw(sheet, blocks.length === 0)
      })
    return sheet
  })
}

const setBlocks = (edition: Edition) => [
  ...competenceBlocks(edition),
  ...observationBlocks(edition),
  ...voiceBlocks(edition),
  ...trainingBlocks(edition),
  ...missingNote(edition),
]

type PanelsOfSheet = ReadonlyMap<PanelName, readonly PlacedBlock[]>

/** The first sheet's free panels, then four a sheet. */
function sheetsOf(pages: readonly (readonly PlacedBlock[])[]): PanelsOfSheet[] {
  const [first, others] = [pages.slice(0, FREE.length), pages.slice(FREE.length)]
  const sheets = [new Map(first.map((placed, index) => [FREE[index] ?? 'back', placed]))]
  for (let start = 0; start < others.length; start += PANELS.length)
    sheets.push(
      new Map(
        others.slice(start, start + PANELS.length).map((placed, index) => [PANELS[index] ?? 'back', placed]),
      ),
    )
  return sheets
}

/** A sheet that got loose still says whose it is, and which of them it is. */
function drawHead(sheet: Sheet, { content }: Telling, count: string): void {
  const style = { weight: 'bold', size: 7.4, leading: 10 } as const
  const right = setText(`${groupCode(content.code)}  ·  ${count}`, style)
  const rightX = PANEL_MARGIN + PANEL_CONTENT - Math.max(...right.lines.map((line) => line.width))
  const name = setText(content.holderName, style, rightX - PANEL_MARGIN - 10)
  artifact(
    sheet,
    () => {
      drawText(sheet, { ...name, lines: name.lines.slice(0, 1) }, PANEL_MARGIN, PANEL_MARGIN - 4, INK)
      drawText(sheet, right, rightX, PANEL_MARGIN - 4, SLATE)
      fillRect(sheet, RULE, PANEL_MARGIN, PANEL_MARGIN + 9, PANEL_CONTENT, 0.75)
    },
    'Header',
  )
}
