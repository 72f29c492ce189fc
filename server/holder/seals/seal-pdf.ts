import { textString } from '../passports/index.ts'
import { openUpdate, type PdfUpdate } from './pdf/open-update.ts'
import { writeUpdate } from './pdf/write-update.ts'
import type { Seal } from './seal.ts'
import { DIGEST, signDetached } from './sign-cms.ts'

/** What the signature says of itself. */
export interface SealWords {
  /** When it is sealed, by our clock. */
  readonly at: Date
  /** Why, in the passport's language. */
  readonly reason: string
  /** What the signature field is called by whoever reads the document aloud. */
  readonly label: string
}

/**
 * Seals a PDF of ours: an incremental update after its bytes (ISO 32000-1, 7.5.6), which stay as they are, with a
 * signature over the whole file, at level PAdES-B-B (ETSI EN 319 142-1). The field is invisible: it has no area, prints
 * as nothing, and so asks for no place in the structure (PDF/UA-1, 7.18.4) and no appearance (PDF/A-3, 6.3.3).
 *
 * One content, seal and instant give the same bytes with an RSA key; an ECDSA signature is another one each time.
 * @throws Error when the bytes are no PDF of ours, or sealed already
 */
export async function sealPdf(pdf: Uint8Array, seal: Seal, words: SealWords): Promise<Uint8Array> {
  const update = await openUpdate(pdf)
  const room = roomFor(seal)
  addSignature(update, seal, words, room)
  const bytes = writeUpdate(pdf, update)
  const hole = findHole(bytes, pdf.length, room)
  fillByteRange(bytes, pdf.length, hole)
  const signed = Buffer.concat([bytes.subarray(0, hole.from), bytes.subarray(hole.to)])
  const digest = new Uint8Array(await crypto.subtle.digest(DIGEST, signed))
  const signature = Buffer.from(await signDetached(digest, seal)).toString('hex')
  if (signature.length > room * 2) throw new Error('the signature is longer than the room kept for it')
  // between the angle brackets; what is left of the room stays zeros
  bytes.write(signature, hole.from + 1, 'latin1')
  return bytes
}

/** Bytes kept for the signature: certificates, at most 512 for the signature of RSA-4096, and what is around them. */
function roomFor({ certificates }: Seal): number {
  const chain = certificates.reduce((sum, { length }) => sum + length, 0)
  return Math.ceil((chain + 2048) / 512) * 512
}

/** Four numbers of up to ten digits take this place once they are known. */
const RANGE = `[0 ${'9'.repeat(10)} ${'9'.repeat(10)} ${'9'.repeat(10)}]`

function addSignature(update: PdfUpdate, seal: Seal, { at, reason, label }: SealWords, room: number): void {
  const signature = update.add(
    `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange${RANGE}` +
      `/Contents<${'0'.repeat(room * 2)}>/M(D:${at.toISOString().slice(0, 19).replace(/\D/g, '')}Z)` +
      `/Name${textString(seal.name)}/Reason${textString(reason)}>>`,
  )
  const field = update.add(
    // F: printed, and locked
    `<</Type/Annot/Subtype/Widget/FT/Sig/T(Cachet)/TU${textString(label)}/Rect[0 0 0 0]/F 132` +
      `/P ${update.firstPage} 0 R/V ${signature} 0 R>>`,
  )
  update.addWidget(field)
}

interface Hole {
  /** Where the `<` of /Contents stands. */
  readonly from: number
  /** Right after its `>`. */
  readonly to: number
}

function findHole(bytes: Buffer, after: number, room: number): Hole {
  const from = bytes.indexOf('/Contents<0', after, 'latin1') + '/Contents'.length
  return { from, to: from + room * 2 + 2 }
}

function fillByteRange(bytes: Buffer, after: number, { from, to }: Hole): void {
  const at = bytes.indexOf(RANGE, after, 'latin1')
  const range = `[0 ${from} ${to} ${bytes.length - to}]`
  bytes.write(range.padEnd(RANGE.length), at, 'latin1')
}
