import { RULE } from '../pdf/palette.ts'
import {
  artifact,
  at,
  MM,
  paint,
  PAGE_HEIGHT,
  PAGE_WIDTH,
  placed,
  type Matrix,
  type Sheet,
} from '../pdf/sheet.ts'
import { PANEL_HEIGHT, PANEL_WIDTH } from './styles.ts'

/** The panels of a booklet, as they are read. */
export const PANELS = ['cover', 'insideLeft', 'insideRight', 'back'] as const
export type PanelName = (typeof PANELS)[number]

/**
 * Where a panel lies on its sheet: printed on one side, the upper half goes behind, then the left half. What lies above
 * the fold is therefore upside down, and left and right are exchanged there: behind the cover stands the inside's left.
 */
const PLACES: Readonly<Record<PanelName, Matrix>> = {
  cover: [1, 0, 0, 1, PANEL_WIDTH, -PANEL_HEIGHT],
  back: [1, 0, 0, 1, 0, -PANEL_HEIGHT],
  insideLeft: [-1, 0, 0, -1, PAGE_WIDTH, 2 * PAGE_HEIGHT - PANEL_HEIGHT],
  insideRight: [-1, 0, 0, -1, PANEL_WIDTH, 2 * PAGE_HEIGHT - PANEL_HEIGHT],
}

/** Draws a panel; every `x` and `y` is measured from its own upper left corner. */
export const onPanel = (sheet: Sheet, panel: PanelName, draw: () => void): void =>
  placed(sheet, PLACES[panel], draw)

/** From the paper's edge: beyond what an office printer leaves white. */
const MARK_FROM = 1.5 * MM
const MARK_TO = 8 * MM

/** Where to fold: four short lines at the edges and a small cross in the middle, which the hand does not see. */
export function drawFoldMarks(sheet: Sheet): void {
  const lines = [
    [PANEL_WIDTH, MARK_FROM, PANEL_WIDTH, MARK_TO],
    [PANEL_WIDTH, PAGE_HEIGHT - MARK_TO, PANEL_WIDTH, PAGE_HEIGHT - MARK_FROM],
    [MARK_FROM, PANEL_HEIGHT, MARK_TO, PANEL_HEIGHT],
    [PAGE_WIDTH - MARK_TO, PANEL_HEIGHT, PAGE_WIDTH - MARK_FROM, PANEL_HEIGHT],
    [PANEL_WIDTH, PANEL_HEIGHT - MM, PANEL_WIDTH, PANEL_HEIGHT + MM],
    [PANEL_WIDTH - MM, PANEL_HEIGHT, PANEL_WIDTH + MM, PANEL_HEIGHT],
  ] as const
  const path = lines.map(([x, y, toX, toY]) => `${at(x, y)} m ${at(toX, toY)} l`).join(' ')
  artifact(sheet, () => paint(sheet, path, { stroke: RULE, width: 0.6 }))
}
