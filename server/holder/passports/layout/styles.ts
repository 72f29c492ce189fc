import { PAGE_HEIGHT, PAGE_WIDTH } from '../pdf/sheet.ts'
import type { TextStyle } from '../pdf/set-text.ts'

/** Where a passport's text stands on its page, and how large: in points. */
export interface Look {
  /** From the page's left edge to the text. */
  readonly left: number
  readonly width: number
  /** Of the marks of voices and levels, beside those of a whole page. */
  readonly marks: number
  readonly section: TextStyle
  readonly competence: TextStyle
  readonly level: TextStyle
  readonly voice: TextStyle
  readonly small: TextStyle
  readonly body: TextStyle
  readonly bodyBold: TextStyle
  readonly quote: TextStyle
}

const regular = (size: number, leading: number): TextStyle => ({ weight: 'regular', size, leading })
const bold = (size: number, leading: number): TextStyle => ({ weight: 'bold', size, leading })

/** A whole page's frame. */
export const MARGIN = 45
export const CONTENT_WIDTH = PAGE_WIDTH - 2 * MARGIN

export const PAGE_LOOK: Look = {
  left: MARGIN,
  width: CONTENT_WIDTH,
  marks: 1,
  section: { ...regular(9.5, 14), tracking: 0.85 },
  competence: bold(11.5, 15.5),
  level: regular(10.5, 15.5),
  voice: bold(9.5, 15.5),
  small: regular(9, 13),
  body: regular(10.5, 15.5),
  bodyBold: bold(10.5, 15.5),
  quote: regular(11, 16.5),
}

export const EYEBROW: TextStyle = { ...regular(9.5, 14), tracking: 0.85 }
/** The holder's name, largest size first: the first that stays within two lines is taken. */
export const NAME_SIZES: readonly TextStyle[] = [33, 28, 24, 20].map((size) => bold(size, size * 1.22))
export const STAY: TextStyle = regular(13, 19.5)
export const STAY_SMALL: TextStyle = regular(10.5, 17)
export const CALL: TextStyle = bold(16, 22)
/** The call in two languages side by side. */
export const CALL_BESIDE: TextStyle = bold(11.5, 15)
export const ADDRESS: TextStyle = bold(12, 17)
/** Partner names, largest first: the first at which they stand in one line is taken. */
export const PARTNER_SIZES: readonly TextStyle[] = [8.5, 8, 7.5, 7].map((size) => regular(size, size * 1.45))

/** A panel of the sheet that folds: A6, a quarter of the sheet. */
export const PANEL_WIDTH = PAGE_WIDTH / 2
export const PANEL_HEIGHT = PAGE_HEIGHT / 2
export const PANEL_MARGIN = 23
export const PANEL_CONTENT = PANEL_WIDTH - 2 * PANEL_MARGIN

/** A panel's text at its usual size, or smaller (1 down to 0.86) where there is much to say. */
export function panelLook(size: number): Look {
  const scaled = (style: TextStyle): TextStyle => ({
    ...style,
    size: style.size * size,
    leading: style.leading * size,
  })
  return {
    left: PANEL_MARGIN,
    width: PANEL_CONTENT,
    marks: 0.86 * size,
    section: scaled({ ...regular(7.8, 11.5), tracking: 0.7 }),
    competence: scaled(bold(9.6, 12.6)),
    level: scaled(regular(8.6, 12)),
    voice: scaled(bold(8, 12)),
    small: scaled(regular(7.8, 10.8)),
    body: scaled(regular(8.8, 12.2)),
    bodyBold: scaled(bold(8.8, 12.2)),
    quote: scaled(regular(9.2, 13)),
  }
}

export const PANEL_EYEBROW: TextStyle = { ...regular(7.4, 10.8), tracking: 0.7 }
export const PANEL_NAME_SIZES: readonly TextStyle[] = [31, 27, 23, 20, 17].map((size) =>
  bold(size, size * 1.2),
)
export const PANEL_COUNTRY: TextStyle = bold(15, 20)
export const PANEL_STAY: TextStyle = regular(10.5, 15)
export const PANEL_STAY_SMALL: TextStyle = regular(8.8, 12.6)
export const PANEL_CALL: TextStyle = bold(11.5, 14.6)
export const PANEL_CALL_BESIDE: TextStyle = bold(9, 11.6)
export const PANEL_TEXT: TextStyle = regular(8, 11)
export const PANEL_ADDRESS: TextStyle = bold(9.6, 13)
