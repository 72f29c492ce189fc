import { attachmentsOf } from './pdf/attachments.ts'
import {
  inside,
  problem,
  type Found,
  type Reading,
  type ReadingContext,
  type ReadingProblem,
} from './reading.ts'

/** Our passports attach their signed JSON, and so do others: the first attachment that can be verified. */
export async function readPdf(bytes: Uint8Array, context: ReadingContext): Promise<Reading> {
  const attachments = attachmentsOf(bytes)
  if (attachments === 'encrypted') return problem('pdf-encrypted')
  const within = inside(context, 'pdf')
  const found: Found[] = []
  let recognised: ReadingProblem | undefined
  for (const attachment of attachments) {
    // a PDF inside a PDF is somebody's report, not a passport
    if (attachment.subarray(0, 1024).includes('%PDF-')) continue
    const reading = await context.readOn(attachment, within)
    if (reading.kind !== 'problem') found.push(reading)
    else if (SAYS_MORE.has(reading.code)) recognised ??= reading
  }
  const [first] = found
  if (first === undefined) return recognised ?? problem('pdf-without-attachment')
  return { ...first, others: first.others + found.length - 1 }
}

/** What is worth saying of an attachment that cannot be verified. */
const SAYS_MORE: ReadonlySet<string> = new Set(['europass', 'sd-jwt', 'jwt-presentation', 'badge-class'])
