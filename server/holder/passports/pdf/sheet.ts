import type { Language } from '../../../kernel/locale.ts'
import type { Colour } from './palette.ts'
import { createFontShelf, type FontShelf } from './font-shelf.ts'

/** A4 in points. */
export const PAGE_WIDTH = 595.28
export const PAGE_HEIGHT = 841.89
/** Points in a millimetre. */
export const MM = 72 / 25.4

/** A node of the document's structure (ISO 32000-1, 14.7): what assistive technology reads, in order. */
export interface StructureNode {
  readonly role: Role
  readonly alt?: string
  /** Only where it is not the document's. */
  readonly language?: Language
  readonly kids: (StructureNode | MarkedContent | LinkedPlace)[]
  /** Of a figure: where it stands on its page, in PDF's own measure. */
  box?: Box
}

/** Standard structure types (ISO 32000-1, 14.8.4): none needs a role map. */
export type Role =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'BlockQuote'
  | 'Span'
  | 'Link'
  | 'Figure'

export interface MarkedContent {
  readonly sheet: Sheet
  readonly mark: number
}

/** The place of a page that a `Link` node opens its address from. */
export interface LinkedPlace {
  readonly sheet: Sheet
  readonly url: string
  readonly says: string
  readonly box: Box
}

/** Left, bottom, right, top. */
export type Box = readonly [number, number, number, number]
/** Of a `cm` operator (ISO 32000-1, 8.3.4). */
export type Matrix = readonly [number, number, number, number, number, number]

export const node = (
  role: Role,
  parent?: StructureNode,
  { alt, language }: { readonly alt?: string | undefined; readonly language?: Language | undefined } = {},
): StructureNode => {
  const made: StructureNode = {
    role,
    kids: [],
    ...(alt === undefined ? {} : { alt }),
    ...(language === undefined ? {} : { language }),
  }
  parent?.kids.push(made)
  return made
}

/** A page being drawn. Every `y` is measured in points from the top of the page. */
export interface Sheet {
  readonly operators: string[]
  readonly shelf: FontShelf
  /** By mark number: the structure node the marked content belongs to. */
  readonly owners: StructureNode[]
  readonly missing: Set<string>
  /** How what is drawn now lies on the page; undefined where it lies as it is drawn. */
  place: Matrix | undefined
}

export const createSheet = (shelf: FontShelf = createFontShelf()): Sheet => ({
  operators: [],
  shelf,
  owners: [],
  missing: new Set(),
  place: undefined,
})

/** Draws a part of the page that was moved or turned. */
export function placed(sheet: Sheet, place: Matrix, draw: () => void): void {
  sheet.operators.push(`q ${place.map(num).join(' ')} cm`)
  sheet.place = place
  draw()
  sheet.place = undefined
  sheet.operators.push('Q')
}

/** Draws content that belongs to a node of the structure. */
export function tagged(sheet: Sheet, owner: StructureNode, draw: () => void): void {
  const mark = sheet.owners.length
  sheet.owners.push(owner)
  owner.kids.push({ sheet, mark })
  sheet.operators.push(`/${owner.role} <</MCID ${mark}>> BDC`)
  draw()
  sheet.operators.push('EMC')
}

/** A rectangle measured from the top of what is drawn. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Draws a figure, and says where it stands. */
export function figure(sheet: Sheet, owner: StructureNode, area: Area, draw: () => void): void {
  owner.box = boxOf(sheet, area)
  tagged(sheet, owner, draw)
}

/** Draws what opens an address when somebody touches it (ISO 32000-1, 14.8.4.4.2). */
export function linked(
  sheet: Sheet,
  owner: StructureNode,
  { url, says, area }: { readonly url: string; readonly says: string; readonly area: Area },
  draw: () => void,
): void {
  tagged(sheet, owner, draw)
  owner.kids.push({ sheet, url, says, box: boxOf(sheet, area) })
}

/** An area as the page has it, after the move or the half turn of its part. */
function boxOf({ place }: Sheet, { x, y, width, height }: Area): Box {
  const [a, , , d, e, f] = place ?? [1, 0, 0, 1, 0, 0]
  const across = [a * x + e, a * (x + width) + e]
  const along = [d * flip(y) + f, d * flip(y + height) + f]
  return [Math.min(...across), Math.min(...along), Math.max(...across), Math.max(...along)]
}

/** What kind of decoration a page says it is (ISO 32000-1, 14.8.2.2). */
export type Decoration = 'Layout' | 'Header' | 'Footer'

/** Draws decoration: grounds, rules, page numbers. */
export function artifact(sheet: Sheet, draw: () => void, kind: Decoration = 'Layout'): void {
  const type = kind === 'Layout' ? kind : `Pagination/Subtype/${kind}`
  sheet.operators.push(`/Artifact <</Type/${type}>> BDC`)
  draw()
  sheet.operators.push('EMC')
}

export const num = (value: number): string => String(Math.round(value * 100) / 100)
/** From the top of the page to PDF's own measure, from the bottom. */
export const flip = (y: number): number => PAGE_HEIGHT - y

export function fillRect(
  sheet: Sheet,
  colour: Colour,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  sheet.operators.push(`${colour} rg ${num(x)} ${num(flip(y + height))} ${num(width)} ${num(height)} re f`)
}

export interface Paint {
  readonly fill?: Colour
  readonly stroke?: Colour
  /** Of the stroke, in points. */
  readonly width?: number
}

/** A path in page coordinates, filled or stroked. Write it with {@link at}. */
export function paint(sheet: Sheet, path: string, how: Paint): void {
  sheet.operators.push(painted(path, how))
}

/** A path with the operators that fill or stroke it. */
export function painted(path: string, { fill, stroke, width = 1 }: Paint): string {
  const state = [fill ? `${fill} rg` : '', stroke ? `${stroke} RG ${num(width)} w 1 J 1 j` : '']
  const operator = fill && stroke ? 'B' : fill ? 'f' : 'S'
  return `${state.join(' ').trim()} ${path} ${operator}`
}

/** A point as path operands. */
export const at = (x: number, y: number): string => `${num(x)} ${num(flip(y))}`
