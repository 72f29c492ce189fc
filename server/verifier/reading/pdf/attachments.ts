import type { Purse } from '../inflate-within.ts'
import { readObjects, unpackStream, type PdfObjects } from './objects.ts'
import { isDictionary, isList, referenceOf, type PdfDictionary, type PdfValue } from './values.ts'

/** Attachments of one file that are unpacked: a session's print has one a person. */
const MOST_ATTACHMENTS = 200
/** Unpacked bytes of one, of all attachments together, and of everything that was unpacked on the way. */
const MOST_BYTES = 4_000_000
const MOST_UNPACKED = 32_000_000
/** Nodes of the tree of names that are visited. */
const MOST_NODES = 2000

export type Attachments = readonly Buffer[] | 'encrypted'

/**
 * The files attached to a PDF (ISO 32000-2, 7.11.4 and 14.13), in the order of the tree of names: what the catalogue
 * reaches, or every file specification there is when its catalogue leads to none.
 */
export function attachmentsOf(pdf: Uint8Array): Attachments {
  const purse: Purse = { left: MOST_UNPACKED }
  const objects = readObjects(pdf, purse)
  if (objects.trailers.some((trailer) => trailer.get('Encrypt') !== undefined)) return 'encrypted'
  const reached = unpackAll(reachedFiles(objects), objects, purse)
  return reached.length > 0 ? reached : unpackAll(allFiles(objects), objects, purse)
}

function unpackAll(numbers: ReadonlySet<number>, { streams }: PdfObjects, purse: Purse): Buffer[] {
  const files: Buffer[] = []
  for (const number of [...numbers].slice(0, MOST_ATTACHMENTS)) {
    const stream = streams.get(number)
    const bytes = stream === undefined ? undefined : unpackStream(stream, purse, MOST_BYTES)
    if (bytes !== undefined && bytes.length > 0) files.push(bytes)
  }
  return files
}

/** Numbers of the embedded file streams that the catalogue leads to. */
function reachedFiles(objects: PdfObjects): Set<number> {
  const found = new Set<number>()
  const look = resolver(objects)
  for (const trailer of objects.trailers) {
    const catalogue = look(trailer.get('Root'))
    if (!isDictionary(catalogue)) continue
    const names = look(catalogue.get('Names'))
    const tree = isDictionary(names) ? names.get('EmbeddedFiles') : undefined
    walk([tree, catalogue.get('AF')], look, found)
    // an older catalogue speaks of an older file
    break
  }
  return found
}

function walk(
  roots: readonly (PdfValue | undefined)[],
  look: (value: PdfValue | undefined) => PdfValue | undefined,
  found: Set<number>,
): void {
  const open = [...roots].reverse()
  const seen = new Set<PdfValue>()
  while (open.length > 0 && seen.size < MOST_NODES) {
    const node = look(open.pop())
    if (node === undefined || node === null || typeof node !== 'object' || seen.has(node)) continue
    seen.add(node)
    if (isList(node)) open.push(...node.slice(0, MOST_NODES).reverse())
    else if (isDictionary(node)) {
      const file = embeddedIn(node, look)
      if (file !== undefined) found.add(file)
      else open.push(node.get('Names'), node.get('Kids'))
    }
  }
}

/** The stream of a file specification (7.11.3). */
function embeddedIn(
  specification: PdfDictionary,
  look: (value: PdfValue | undefined) => PdfValue | undefined,
): number | undefined {
  const embedded = look(specification.get('EF'))
  if (!isDictionary(embedded)) return undefined
  return referenceOf(embedded.get('UF')) ?? referenceOf(embedded.get('F'))
}

function allFiles(objects: PdfObjects): Set<number> {
  const look = resolver(objects)
  const found = new Set<number>()
  for (const value of objects.values.values()) {
    const file = isDictionary(value) ? embeddedIn(value, look) : undefined
    if (file !== undefined) found.add(file)
  }
  return found
}

/** Follows a reference, once: what leads on to another reference leads nowhere. */
const resolver =
  ({ values }: PdfObjects) =>
  (value: PdfValue | undefined): PdfValue | undefined => {
    const number = referenceOf(value)
    return number === undefined ? value : values.get(number)
  }
