import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fontkit from '@cantoo/fontkit'
import { PDFDocument, rgb, type PDFFont, type PDFPage } from 'pdf-lib'
import { toBuffer } from 'qrcode'
import type { CredentialContent, PassportContent } from '../../server/issuer/credentials/index.ts'

const FACES = 'atkinson-hyperlegible'
const [WIDTH, HEIGHT, MARGIN] = [595.28, 841.89, 48]

/**
 * The same passport as anybody would write it with pdf-lib: fonts read and embedded for each file, lines broken by
 * measuring them, the QR code as a picture, the JSON attached. No tags, no archive format.
 */
export async function naivePassport(content: PassportContent): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.registerFontkit(fontkit)
  const regular = await pdf.embedFont(face('400Regular/AtkinsonHyperlegible_400Regular.ttf'), {
    subset: true,
  })
  const bold = await pdf.embedFont(face('700Bold/AtkinsonHyperlegible_700Bold.ttf'), { subset: true })
  pdf.setTitle(`Passeport de ${content.holderName}`)
  const write = writer(pdf)
  write(content.holderName, bold, 26)
  for (const stay of content.stays)
    write(
      `${stay.programme}, ${stay.hostName ?? ''}, ${stay.hostTown ?? ''}, ${stay.startsOn} – ${stay.endsOn}`,
      regular,
      12,
    )
  write('Ce que je sais faire', bold, 16)
  for (const credential of content.competences)
    for (const line of linesOf(credential))
      write(line, line === credential.competence?.label ? bold : regular, 10)
  write('Ce qui a été observé', bold, 16)
  for (const { observation, attestedBy } of content.competences)
    if (observation !== undefined) write(`« ${observation} » ${attestedBy}`, regular, 10)
  write('Formations', bold, 16)
  for (const { title, session } of content.attendances)
    write(`${title} ${session?.startsOn ?? ''}`, regular, 10)
  for (const { organisation, official } of content.attestations)
    write(`${official}, ${organisation}`, regular, 10)
  for (const partner of content.partners) write(partner, regular, 9)
  const [page] = pdf.getPages()
  await drawQr(pdf, page, content)
  await pdf.attach(new TextEncoder().encode(content.signedJson), 'passerelle.json', {
    mimeType: 'application/ld+json',
  })
  return pdf.save()
}

const face = (file: string): Uint8Array =>
  readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${FACES}/${file}`)))

function linesOf({ competence }: CredentialContent): string[] {
  if (competence === undefined) return []
  const { label, levelLabel, declaredLabel, confirmedLabel, confirmedBy } = competence
  return [
    label,
    `Attesté : ${levelLabel}`,
    ...(declaredLabel === undefined ? [] : [`Déclaré : ${declaredLabel}`]),
    ...(confirmedLabel === undefined ? [] : [`Confirmé par ${confirmedBy ?? ''} : ${confirmedLabel}`]),
  ]
}

async function drawQr(pdf: PDFDocument, page: PDFPage | undefined, content: PassportContent): Promise<void> {
  const url = content.url.replace('/credentials/', '/v/')
  const picture = await pdf.embedPng(await toBuffer(url, { errorCorrectionLevel: 'Q', width: 400 }))
  page?.drawImage(picture, { x: WIDTH - MARGIN - 110, y: HEIGHT - MARGIN - 110, width: 110, height: 110 })
}

/** Writes paragraphs down the page, and goes on on the next. */
function writer(pdf: PDFDocument): (text: string, font: PDFFont, size: number) => void {
  let page = pdf.addPage([WIDTH, HEIGHT])
  let y = HEIGHT - MARGIN
  return (text, font, size) => {
    for (const line of breakLines(text, font, size)) {
      y -= size * 1.4
      if (y < MARGIN) {
        page = pdf.addPage([WIDTH, HEIGHT])
        y = HEIGHT - MARGIN - size
      }
      page.drawText(line, { x: MARGIN, y, font, size, color: rgb(0.08, 0.13, 0.24) })
    }
  }
}

function breakLines(text: string, font: PDFFont, size: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && font.widthOfTextAtSize(longer, size) > WIDTH - 2 * MARGIN - 120) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
