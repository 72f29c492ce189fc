import type { SameKeys } from '../messages.ts'
import type { printing as original } from '../fr/printing.ts'

export const printing: SameKeys<typeof original> = {
  form: 'Which form?',
  page: 'One page',
  pageHint: 'One A4 sheet, for a file or a folder.',
  booklet: 'Booklet to fold',
  bookletHint: 'One A4 sheet printed on one side, folded in half and in half again: it fits in a pocket.',
  foldAlt: 'The top of the sheet goes behind, then the left side: the cover stays in front.',
  language: 'Language',
  beside: 'And another one beside it, for abroad',
  noOther: 'No other',
  open: 'Open the PDF',
  more: 'Booklet to fold, or two languages',
  missing: {
    one: 'Paper cannot write this character yet: {characters}. A crossed box will stand in its place; nothing changes on screen.',
    other:
      'Paper cannot write these characters yet: {characters}. Crossed boxes will stand in their place; nothing changes on screen.',
  },
  bookletFile: 'booklet',
}
