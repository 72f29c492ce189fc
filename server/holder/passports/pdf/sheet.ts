import type { Colour } from './palette.ts'
import { createFontShelf, type FontShelf } from './font-shelf.ts'

/** A4 in points. */
export const PAGE_WIDTH = 595.28
export const PAGE_HEIGHT = 841.89
/** Points in a millimetre. */
export const MM = 72 / 25.4

/** A node of the document's structure (ISO 32000-1, 14.7): what assistive technology reads, in order. */
export interface StructureNode {
  readonly role: string
  readonly alt?: string
  readonly kids: (StructureNode | { readonly sheet: Sheet; readonly mark: number })[]
}

export const node = (role: string, parent?: StructureNode, alt?: string): StructureNode => {
  const made: StructureNode = alt === undefined ? { role, kids: [] } : { role, alt, kids: [] }
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
  readonly links: { readonly box: readonly [number, number, number, number]; readonly url: string }[]
}

export const createSheet = (shelf: FontShelf = createFontShelf()): Sheet => ({
  operators: [],
  shelf,
  owners: [],
  missing: new Set(),
  links: [],
})

/** Draws content that belongs to a node of the structure. */
export function tagged(sheet: Sheet, owner: StructureNode, draw: () => void): void {
  const mark = sheet.owners.length
  sheet.owners.push(owner)
  owner.kids.push({ sheet, mark })
  sheet.operators.push(`/${owner.role} <</MCID ${mark}>> BDC`)
  draw()
  sheet.operators.push('EMC')
}

/** Draws decoration: grounds, rules, page numbers. */
export function artifact(sheet: Sheet, draw: () => void): void {
  sheet.operators.push('/Artifact BMC')
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
