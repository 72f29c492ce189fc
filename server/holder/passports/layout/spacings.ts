/** How generously a passport is set, in points. */
export interface Spacing {
  readonly cover: {
    readonly top: number
    readonly bottom: number
    readonly lowest: number
    /** From one line of the stay to the next. */
    readonly lead: number
  }
  /** Between the cover and what follows. */
  readonly air: number
  /** Above a section's heading. */
  readonly section: number
  /** A competence's row: above and below it, and from line to line. */
  readonly row: { readonly padding: number; readonly lead: number }
  readonly quote: { readonly gap: number; readonly padding: number; readonly indent: number }
  /** Training sessions stand beside their heading instead of under it. */
  readonly trainingsInLine: boolean
  /** Two short names of those who say so share a line. */
  readonly voicesInPairs: boolean
  /** A competence stands over its level and its voices instead of beside them. */
  readonly rowsStacked?: true
  /** Those who say so stand on the back of the booklet, over the verification. */
  readonly voicesOnBack?: boolean
}

const USUAL: Spacing = {
  cover: { top: 40, bottom: 26, lowest: 180, lead: 19.5 },
  air: 22,
  section: 20,
  row: { padding: 6.5, lead: 15.5 },
  quote: { gap: 12, padding: 11, indent: 14 },
  trainingsInLine: false,
  voicesInPairs: false,
}

/** From the most generous: the first that keeps a passport to one page is taken. */
export const SPACINGS: readonly Spacing[] = [
  {
    ...USUAL,
    cover: { top: 44, bottom: 30, lowest: 190, lead: 20 },
    air: 26,
    section: 24,
    row: { padding: 10, lead: 15.5 },
    quote: { gap: 16, padding: 12, indent: 14 },
  },
  USUAL,
  { ...USUAL, trainingsInLine: true },
  {
    ...USUAL,
    cover: { top: 36, bottom: 22, lowest: 160, lead: 18.5 },
    air: 18,
    section: 16,
    row: { padding: 5, lead: 15 },
    quote: { gap: 10, padding: 9, indent: 14 },
    trainingsInLine: true,
  },
  {
    cover: { top: 32, bottom: 19, lowest: 150, lead: 18 },
    air: 16,
    section: 14,
    row: { padding: 4.2, lead: 14.5 },
    quote: { gap: 9, padding: 9, indent: 14 },
    trainingsInLine: true,
    voicesInPairs: true,
  },
  {
    cover: { top: 28, bottom: 16, lowest: 140, lead: 17 },
    air: 14,
    section: 12,
    row: { padding: 3.2, lead: 14 },
    quote: { gap: 8, padding: 8, indent: 14 },
    trainingsInLine: true,
    voicesInPairs: true,
  },
]

const PANEL: Spacing = {
  // the booklet's cover is a panel of its own
  cover: { top: 0, bottom: 0, lowest: 0, lead: 0 },
  air: 0,
  section: 15,
  row: { padding: 5.6, lead: 12.6 },
  quote: { gap: 11, padding: 9, indent: 10 },
  trainingsInLine: false,
  voicesInPairs: false,
  rowsStacked: true,
}

/** How a folded sheet is set: its spacing, and how large its letters are (1: as they should be). */
export interface PanelSpacing {
  readonly spacing: Spacing
  readonly size: number
}

const tighter = (section: number, padding: number, lead: number, gap: number): Spacing => ({
  ...PANEL,
  section,
  row: { padding, lead },
  quote: { gap, padding: gap - 1, indent: gap + 1 },
})

/** From the most generous: the first that keeps a booklet to one sheet is taken. */
export const PANEL_SPACINGS: readonly PanelSpacing[] = [
  { size: 1.16, spacing: { ...PANEL, section: 19, row: { padding: 8.5, lead: 14.6 } } },
  { size: 1.08, spacing: { ...PANEL, section: 18, row: { padding: 7.5, lead: 13.6 } } },
  { size: 1, spacing: { ...PANEL, section: 17, row: { padding: 7, lead: 12.6 } } },
  { size: 1, spacing: PANEL },
  { size: 1, spacing: tighter(12, 4.4, 12.2, 9) },
  { size: 0.95, spacing: tighter(11, 3.8, 11.6, 8) },
  { size: 0.9, spacing: tighter(10, 3.3, 11, 7) },
]
