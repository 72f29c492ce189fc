import type { TextStyle } from '../pdf/set-text.ts'

/** The page's frame, in points. */
export const MARGIN = 45
export const CONTENT_WIDTH = 595.28 - 2 * MARGIN

export const EYEBROW: TextStyle = { weight: 'regular', size: 9.5, leading: 14, tracking: 0.85 }
/** The holder's name, largest size first: the first that stays within two lines is taken. */
export const NAME_SIZES: readonly TextStyle[] = [33, 28, 24, 20].map((size) => ({
  weight: 'bold',
  size,
  leading: size * 1.22,
}))
export const STAY: TextStyle = { weight: 'regular', size: 13, leading: 19.5 }
export const STAY_SMALL: TextStyle = { weight: 'regular', size: 10.5, leading: 17 }
export const SECTION: TextStyle = { weight: 'regular', size: 9.5, leading: 14, tracking: 0.85 }
export const COMPETENCE: TextStyle = { weight: 'bold', size: 11.5, leading: 15.5 }
export const LEVEL: TextStyle = { weight: 'regular', size: 10.5, leading: 15.5 }
export const VOICE: TextStyle = { weight: 'bold', size: 9.5, leading: 15.5 }
export const SMALL: TextStyle = { weight: 'regular', size: 9, leading: 13 }
export const BODY: TextStyle = { weight: 'regular', size: 10.5, leading: 15.5 }
export const BODY_BOLD: TextStyle = { weight: 'bold', size: 10.5, leading: 15.5 }
export const QUOTE: TextStyle = { weight: 'regular', size: 11, leading: 16.5 }
export const CALL: TextStyle = { weight: 'bold', size: 16, leading: 22 }
export const ADDRESS: TextStyle = { weight: 'bold', size: 12, leading: 17 }
/** Partner names, largest first: the first at which they stand in one line is taken. */
export const PARTNER_SIZES: readonly TextStyle[] = [8.5, 8, 7.5, 7].map((size) => ({
  weight: 'regular',
  size,
  leading: size * 1.45,
}))
