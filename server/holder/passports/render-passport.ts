import { setImmediate as immediately } from 'node:timers/promises'
import type { Language } from '../../kernel/locale.ts'
import { translator } from '../../platform/i18n/index.ts'
import { drawPassport } from './layout/draw-passport.ts'
import { createFontShelf } from './pdf/font-shelf.ts'
import { packAside, packNow, type Pack } from './pdf/pdf-file.ts'
import { node, type Sheet } from './pdf/sheet.ts'
import { writeDocument } from './pdf/write-document.ts'
import type { PrintedPassport, PrintOptions } from './print-options.ts'

export interface RenderedPassport {
  readonly bytes: Uint8Array
  /** Characters that no embedded font has; the page shows a crossed box in their place. */
  readonly unprintable: readonly string[]
}

/**
 * The passport as a PDF: pure, nothing but the content decides the bytes. The signed JSON travels inside as
 * `passerelle.json`, byte for byte.
 */
export async function renderPassport(
  content: PrintedPassport,
  options: PrintOptions,
  pack: Pack = packNow,
): Promise<RenderedPassport> {
  const { locale } = options
  const t = translator(locale)
  const shelf = createFontShelf()
  const root = node('Document')
  const sheets = drawPassport(content, options, shelf, root)
  const facts = {
    title: t('passport.documentTitle', { name: content.holderName }),
    subject: t('passport.documentSubject'),
    author: content.attestations.map(({ organisation }) => organisation).join(', '),
    locale,
    languages: besides(options),
    date: new Date(content.issuedOn),
    attachments: [signedFile(content, 'passerelle.json', t('passport.attachment'))],
  }
  const bytes = await writeDocument(sheets, shelf, root, facts, pack)
  return { bytes, unprintable: unprintableIn(sheets) }
}

export interface RenderedPassports {
  readonly bytes: Uint8Array
  readonly unprintable: readonly { readonly holderName: string; readonly characters: readonly string[] }[]
}

/**
 * The passports of a session in one file to print, one after the other. Each starts on a fresh sheet's front page when
 * printed on one side; the signed JSON of each is attached, named by its code.
 */
export async function renderPassports(
  contents: readonly PrintedPassport[],
  options: PrintOptions,
  onProgress?: (done: number, total: number) => void,
): Promise<RenderedPassports> {
  const { locale } = options
  const t = translator(locale)
  const shelf = createFontShelf()
  const root = node('Document')
  const sheets: Sheet[] = []
  const unprintable: { holderName: string; characters: string[] }[] = []
  for (const [index, content] of contents.entries()) {
    const drawn = drawPassport(content, options, shelf, node('Part', root))
    sheets.push(...drawn)
    const characters = unprintableIn(drawn)
    if (characters.length > 0) unprintable.push({ holderName: content.holderName, characters })
    onProgress?.(index + 1, contents.length)
    // whoever waits for a page of the server meanwhile waits for one passport, not for all
    await immediately()
  }
  const latest = contents
    .map((content) => content.issuedOn)
    .sort()
    .at(-1)
  const facts = {
    title: t('passport.documentTitleMany', { count: contents.length }),
    subject: t('passport.documentSubject'),
    locale,
    languages: besides(options),
    date: new Date(latest ?? 0),
    attachments: contents.map((content) =>
      signedFile(content, `passerelle-${content.code}.json`, content.holderName),
    ),
  }
  const bytes = await writeDocument(sheets, shelf, root, facts, packAside)
  return { bytes, unprintable }
}

/** The second language, where there is one. */
const besides = ({ locale, with: second }: PrintOptions): Language[] =>
  second === undefined || second === locale ? [] : [second]

const signedFile = (content: PrintedPassport, name: string, description: string) => ({
  name,
  mediaType: 'application/ld+json',
  description,
  bytes: Buffer.from(content.signedJson),
})

const unprintableIn = (sheets: readonly Sheet[]): string[] => [
  ...new Set(sheets.flatMap((sheet) => [...sheet.missing])),
]
