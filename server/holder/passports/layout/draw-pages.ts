import type { FontShelf } from '../pdf/font-shelf.ts'
import { createSheet, node, type Sheet, type StructureNode } from '../pdf/sheet.ts'
import { chooseSetting, type Setting } from './choose-setting.ts'
import { competenceBlocks } from './competences.ts'
import { setCover, type Cover } from './cover.ts'
import { setEmployerPanel } from './employer-panel.ts'
import { findTold, verificationUrl, type Edition, type Telling } from './frame.ts'
import { stayBlocks, trainingBlocks } from './history.ts'
import { missingNote } from './missing-note.ts'
import { observationBlocks } from './observations.ts'
import { drawRunningHead, PAGE_TOP, setFooter } from './page-furniture.ts'
import { SPACINGS } from './spacings.ts'
import { PAGE_LOOK } from './styles.ts'
import { voiceBlocks } from './voices.ts'

/** Space above and below the employer's panel, in points. */
const PANEL_AIR = 14

interface PageSetting extends Setting {
  readonly edition: Edition
  readonly cover: Cover
}

/** A whole page: the cover and the employer's panel on the first, everything else where there is room. */
export function drawPages(telling: Telling, shelf: FontShelf, root: StructureNode): Sheet[] {
  const { content } = telling
  const told = findTold(telling)
  const panelRoot = node('Part')
  const panel = setEmployerPanel(telling, panelRoot, verificationUrl(content))
  const footer = setFooter(content, panelRoot)
  const panelTop = footer.top - PANEL_AIR - panel.height
  const { setting, pages } = chooseSetting(SPACINGS, (spacing): PageSetting[] => {
    const edition: Edition = { ...telling, told, spacing, look: PAGE_LOOK, root: node('Part') }
    const cover = setCover(edition)
    const regions = {
      first: [{ top: cover.height + spacing.air, bottom: panelTop - PANEL_AIR }],
      next: { top: PAGE_TOP, bottom: footer.top - PANEL_AIR },
    }
    return [{ edition, cover, blocks: setBlocks(edition), regions, pages: 1 }]
  })
  // each attempt had a structure of its own: only the chosen one's is told
  root.kids.push(...setting.edition.root.kids, ...panelRoot.kids)
  return pages.map((placed, index) => {
    const sheet = createSheet(shelf)
    if (index === 0) setting.cover.draw(sheet)
    else drawRunningHead(sheet, content)
    for (const { block, top } of placed) block.draw(sheet, top)
    if (index === 0) panel.draw(sheet, panelTop)
    footer.draw(sheet, index + 1, pages.length)
    return sheet
  })
}

const setBlocks = (edition: Edition) => [
  ...competenceBlocks(edition),
  ...observationBlocks(edition),
  ...voiceBlocks(edition),
  ...(edition.content.stays.length > 1 ? stayBlocks(edition) : []),
  ...trainingBlocks(edition),
  ...missingNote(edition),
]
