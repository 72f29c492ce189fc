import type { PassportContent } from '../../../issuer/credentials/index.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { translator } from '../../../platform/i18n/index.ts'
import type { FontShelf } from '../pdf/font-shelf.ts'
import { createSheet, type Sheet, type StructureNode } from '../pdf/sheet.ts'
import { publicUrlOf, scanUrl } from '../scan-url.ts'
import { competenceBlocks } from './competences.ts'
import { setCover } from './cover.ts'
import { setEmployerPanel } from './employer-panel.ts'
import type { Edition } from './frame.ts'
import { stayBlocks, trainingBlocks } from './history.ts'
import { observationBlocks } from './observations.ts'
import { missingNote } from './missing-note.ts'
import { drawRunningHead, PAGE_TOP, setFooter } from './page-furniture.ts'
import { placeBlocks } from './place-blocks.ts'
import { voiceBlocks } from './voices.ts'

/** Space between the parts of a page, in points. */
const AIR = 22
const PANEL_AIR = 14

/** Draws one passport: the cover and the employer's panel on its first page, everything else where there is room. */
export function drawPassport(
  content: PassportContent,
  locale: Locale,
  shelf: FontShelf,
  root: StructureNode,
): Sheet[] {
  const edition: Edition = { content, locale, t: translator(locale), root }
  const cover = setCover(edition)
  const blocks = [
    ...competenceBlocks(edition),
    ...observationBlocks(edition),
    ...voiceBlocks(edition),
    ...stayBlocks(edition),
    ...trainingBlocks(edition),
    ...missingNote(edition),
  ]
  const panel = setEmployerPanel(edition, scanUrl(publicUrlOf(content.url), 'v', content.code))
  const footer = setFooter(edition)
  const panelTop = footer.top - PANEL_AIR - panel.height
  const pages = placeBlocks(
    blocks,
    { top: cover.height + AIR, bottom: panelTop - PANEL_AIR },
    { top: PAGE_TOP, bottom: footer.top - PANEL_AIR },
  )
  return pages.map((placed, index) => {
    const sheet = createSheet(shelf)
    if (index === 0) cover.draw(sheet)
    else drawRunningHead(sheet, edition)
    for (const { block, top } of placed) block.draw(sheet, top)
    if (index === 0) panel.draw(sheet, panelTop)
    footer.draw(sheet, index + 1, pages.length)
    return sheet
  })
}
