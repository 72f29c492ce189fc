import type { FontShelf } from '../pdf/font-shelf.ts'
import type { Sheet, StructureNode } from '../pdf/sheet.ts'
import type { PrintedPassport, PrintOptions } from '../print-options.ts'
import { drawBooklet } from './draw-booklet.ts'
import { drawPages } from './draw-pages.ts'
import { tellingOf } from './frame.ts'

/** Draws one passport in the form that was asked for, in one language or two. */
export function drawPassport(
  content: PrintedPassport,
  options: PrintOptions,
  shelf: FontShelf,
  root: StructureNode,
): Sheet[] {
  const draw = options.form === 'booklet' ? drawBooklet : drawPages
  return draw(tellingOf(content, options), shelf, root)
}
