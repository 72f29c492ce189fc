import type { PassportContent } from '../../../issuer/credentials/index.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { translator } from '../../../platform/i18n/index.ts'
import type { FontShelf } from '../pdf/font-shelf.ts'
import { createSheet, node, type Sheet, type StructureNode } from '../pdf/sheet.ts'
import { publicUrlOf, scanUrl } from '../scan-url.ts'
import { chooseSetting, type Setting } from './choose-setting.ts'
import { competenceBlocks, findCompetences } from './competences.ts'
import { setCover, type Cover } from './cover.ts'
import { setEmployerPanel } from './employer-panel.ts'
import type { Edition, Telling } from './frame.ts'
import { stayBlocks, trainingBlocks } from './history.ts'
import { findObservations, observationBlocks } from './observations.ts'
import { missingNote } from './missing-note.ts'
import { drawRunningHead, PAGE_TOP, setFooter } from './page-furniture.ts'
import { SPACINGS } from './spacings.ts'
import { findSpeakers, voiceBlocks } from './voices.ts'

/** Space above and below the employer's panel, in points. */
const PANEL_AIR = 14

interface PassportSetting extends Setting {
  readonly edition: Edition
  readonly cover: Cover
}

/** Draws one passport: the cover and the employer's panel on its first page, everything else where there is room. */
export function drawPassport(
  content: PassportContent,
  locale: Locale,
  shelf: FontShelf,
  root: StructureNode,
): Sheet[] {
  const telling: Telling = { content, locale, t: translator(locale) }
  const told = {
    competences: findCompetences(telling),
    observations: findObservations(telling),
    speakers: findSpeakers(telling),
  }
  const panelRoot = node('Part')
  const panel = setEmployerPanel(
    { ...telling, root: panelRoot },
    scanUrl(publicUrlOf(content.url), 'v', content.code),
  )
  const footer = setFooter(content)
  const panelTop = footer.top - PANEL_AIR - panel.height
  const { setting, pages } = chooseSetting(SPACINGS, (spacing): PassportSetting => {
    const edition: Edition = { ...telling, told, spacing, root: node('Part') }
    const cover = setCover(edition)
    return {
      edition,
      cover,
      blocks: setBlocks(edition),
      first: { top: cover.height + spacing.air, bottom: panelTop - PANEL_AIR },
      next: { top: PAGE_TOP, bottom: footer.top - PANEL_AIR },
    }
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
  ...stayBlocks(edition),
  ...trainingBlocks(edition),
  ...missingNote(edition),
]
