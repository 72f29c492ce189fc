import type { Language } from '../../../kernel/locale.ts'
import type { PublicTranslate } from '../../../platform/i18n/index.ts'
import { drawText } from '../pdf/draw-text.ts'
import { INK, SLATE, type Colour } from '../pdf/palette.ts'
import { setText, type TextStyle } from '../pdf/set-text.ts'
import { node, tagged, type Role, type Sheet, type StructureNode } from '../pdf/sheet.ts'

/** A language that a passport speaks, and its words. */
export interface Tongue {
  readonly language: Language
  readonly t: PublicTranslate
}

/** A passport's languages: the one that comes first, and one beside it where it was asked for. */
export type Tongues = readonly [Tongue, ...Tongue[]]

export interface Words {
  readonly text: string
  /** Only where it is not the document's: so that it is read aloud as it should. */
  readonly language?: Language
}

/** The same thing in each language, once where two say it alike. */
export function inEach([first, ...others]: Tongues, say: (tongue: Tongue) => string): Words[] {
  const text = say(first)
  const besides = others.map((tongue) => ({ text: say(tongue), language: tongue.language }))
  return [{ text }, ...besides.filter((words) => words.text !== text)]
}

/** A text that was set, under a node of the structure. */
export interface Passage {
  readonly height: number
  /** Of its widest line. */
  readonly width: number
  /** Draws it; returns the y under it. `colours`: of the first language, of the other. */
  draw(sheet: Sheet, x: number, top: number, colours?: readonly [Colour, Colour]): number
}

/**
 * Words in one language, or in two one under the other: the second smaller and paler. They belong to `owner`; words in
 * another language than the document's to a part of it that says so.
 */
export function setPassage(
  words: readonly Words[],
  owner: StructureNode,
  [style, under = style]: readonly [TextStyle, TextStyle?],
  width = Infinity,
): Passage {
  const parts = words.map(({ text, language }, index) => ({
    set: setText(text, index === 0 ? style : under, width),
    owner: words.length === 1 && language === undefined ? owner : node('Span', owner, { language }),
    isFirst: index === 0,
  }))
  return {
    height: parts.reduce((sum, { set }) => sum + set.height, 0),
    width: Math.max(0, ...parts.flatMap(({ set }) => set.lines.map((line) => line.width))),
    draw(sheet, x, top, [colour, paler] = [INK, SLATE]) {
      let y = top
      for (const { set, owner: part, isFirst } of parts)
        tagged(sheet, part, () => (y = drawText(sheet, set, x, y, isFirst ? colour : paler)))
      return y
    },
  }
}

/** Between two languages that share a line. */
const BESIDE_GAP = 11

/** {@link setPassage} in one line, the other language beside the first, where both fit. */
export function setInline(
  words: readonly Words[],
  owner: StructureNode,
  style: TextStyle,
  width = Infinity,
): Passage {
  const texts = words.map(({ text }) => setText(text, style))
  const widths = texts.map(({ lines }) => Math.max(...lines.map((line) => line.width)))
  const whole = widths.reduce((sum, one) => sum + one, BESIDE_GAP * (words.length - 1))
  if (words.length < 2 || whole > width || texts.some(({ lines }) => lines.length > 1))
    return setPassage(words, owner, [style], width)
  const owners = words.map(({ language }) => node('Span', owner, { language }))
  return {
    height: style.leading,
    width: whole,
    draw(sheet, x, top, [colour, paler] = [INK, SLATE]) {
      let pen = x
      owners.forEach((part, index) => {
        const text = texts[index]
        if (text) tagged(sheet, part, () => drawText(sheet, text, pen, top, index === 0 ? colour : paler))
        pen += (widths[index] ?? 0) + BESIDE_GAP
      })
      return top + style.leading
    },
  }
}

/** {@link setPassage} for a node of its own. */
export const setParagraph = (
  words: readonly Words[],
  { role = 'P', parent }: { readonly role?: Role; readonly parent: StructureNode },
  styles: readonly [TextStyle, TextStyle?],
  width = Infinity,
): Passage => setPassage(words, node(role, parent), styles, width)

/** A passport's own words in a language; in its first where it does not speak that one. */
export const tongueOf = (language: Language, tongues: Tongues): Tongue =>
  tongues.find((tongue) => tongue.language === language) ?? tongues[0]
