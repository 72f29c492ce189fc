import { create } from '@cantoo/fontkit'
import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFDocument } from 'pdf-lib'
import {
  at,
  bytesOf,
  dictAt,
  items,
  metadataOf,
  nameOf,
  numberOf,
  operationsOf,
  textOf,
  type Rule,
} from './parsed-pdf.ts'

const when = (isWrong: boolean, problem: string): string[] => (isWrong ? [problem] : [])
const dictionaries = (document: PDFDocument): PDFDict[] =>
  document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict ? [object] : object instanceof PDFRawStream ? [object.dict] : [],
    )

/** PDF/A-3a (ISO 19005-3), what our own documents could fail. */
export const ARCHIVE_RULES: readonly Rule[] = [
  {
    asks: 'has a name of its own and is not locked',
    clause: 'ISO 19005-3, 6.1.3',
    problems: ({ context }) => [
      ...when(!(context.trailerInfo.ID instanceof PDFArray), 'no identifier'),
      ...when(context.trailerInfo.Encrypt !== undefined, 'encrypted'),
    ],
  },
  {
    asks: 'says in XMP what it promises, and explains the word that PDF/A does not know',
    clause: 'ISO 19005-3, 6.6.2 and 6.6.4; ISO 14289-1, 5',
    problems: (document) =>
      [
        '<pdfaid:part>3</pdfaid:part>',
        '<pdfaid:conformance>A</pdfaid:conformance>',
        '<pdfuaid:part>1</pdfuaid:part>',
        '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
      ].flatMap((said) => when(!metadataOf(document).includes(said), `does not say ${said}`)),
  },
  {
    asks: 'says in XMP what its information dictionary says',
    clause: 'ISO 19005-3, 6.6.3',
    problems(document) {
      const xmp = metadataOf(document)
      const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict)
      const escaped = (key: string) =>
        (textOf(at(document, info, key)) ?? '')
          .replace(/&/g, '&amp;')
          .replace(/</g, '&lt;')
          .replace(/>/g, '&gt;')
      const day = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
      const date = (key: string) => escaped(key).replace(day, '$1-$2-$3T$4:$5:$6Z')
      return [
        `<rdf:li xml:lang="x-default">${escaped('Title')}</rdf:li>`,
        `<rdf:li xml:lang="x-default">${escaped('Subject')}</rdf:li>`,
        `<rdf:Seq><rdf:li>${escaped('Author')}</rdf:li></rdf:Seq>`,
        `<xmp:CreatorTool>${escaped('Creator')}</xmp:CreatorTool>`,
        `<pdf:Producer>${escaped('Producer')}</pdf:Producer>`,
        `<xmp:CreateDate>${date('CreationDate')}</xmp:CreateDate>`,
        `<xmp:ModifyDate>${date('ModDate')}</xmp:ModifyDate>`,
      ].flatMap((said) => when(!xmp.includes(said), `not the same: ${said}`))
    },
  },
  {
    asks: 'says what its colours mean, and uses only such colours',
    clause: 'ISO 19005-3, 6.2.3 and 6.2.4',
    problems(document) {
      const [intent] = items(document, at(document, document.catalog, 'OutputIntents'))
      const profile = intent instanceof PDFDict ? at(document, intent, 'DestOutputProfile') : undefined
      if (!(profile instanceof PDFRawStream)) return ['no colour profile']
      const bytes = bytesOf(profile)
      const others = document
        .getPages()
        .flatMap((page) => operationsOf(document, page))
        .filter(({ operator }) => /^(g|G|k|K|cs|CS|sc|SC|scn|SCN|sh|Do|gs)$/.test(operator))
      return [
        ...when(nameOf(at(document, intent as PDFDict, 'S')) !== 'GTS_PDFA1', 'not an intent of PDF/A'),
        ...when(numberOf(at(document, profile.dict, 'N')) !== 3, 'not three colours'),
        ...when(bytes.readUInt32BE(0) !== bytes.length, 'a profile of another length than it says'),
        ...when(bytes.toString('latin1', 12, 24) !== 'mntrRGB XYZ ', 'not a profile of a screen'),
        ...when(bytes.toString('latin1', 36, 40) !== 'acsp', 'not a profile'),
        ...others.map(({ operator }) => `draws with ${operator}`),
      ]
    },
  },
  {
    asks: 'carries every font, with the widths it is drawn in',
    clause: 'ISO 19005-3, 6.2.11.4 and 6.2.11.5',
    problems: (document) => fontsOf(document).flatMap(({ problems }) => problems),
  },
  {
    asks: 'can be read out letter by letter, and draws no letter that a font lacks',
    clause: 'ISO 19005-3, 6.2.11.7 and 6.2.11.8',
    problems: unreadable,
  },
  {
    asks: 'says of each file inside what it is, how it belongs and when it was made',
    clause: 'ISO 19005-3, 6.8; annex E',
    problems(document) {
      const names = at(
        document,
        dictAt(document, dictAt(document, document.catalog, 'Names'), 'EmbeddedFiles'),
        'Names',
      )
      const named = items(document, names).filter((item) => item instanceof PDFDict)
      const associated = items(document, at(document, document.catalog, 'AF'))
      return [
        ...when(named.length === 0, 'no file'),
        ...named.flatMap((file) => [
          ...when(!associated.includes(file), 'a file that belongs to nothing'),
          ...when(nameOf(at(document, file, 'AFRelationship')) === undefined, 'no relationship'),
          ...when(!textOf(at(document, file, 'F')) || !textOf(at(document, file, 'UF')), 'no name'),
          ...when(!textOf(at(document, file, 'Desc')), 'no description'),
          ...fileProblems(document, file),
        ]),
      ]
    },
  },
  {
    asks: 'runs nothing, and mixes no colours that it lays over each other',
    clause: 'ISO 19005-3, 6.5, 6.6.1 and 6.2.10',
    problems: (document) =>
      dictionaries(document).flatMap((dict) => [
        ...['AA', 'OpenAction', 'JS', 'ExtGState', 'XFA', 'AcroForm'].flatMap((key) =>
          when(dict.has(PDFName.of(key)), `has ${key}`),
        ),
        ...when(
          ['JavaScript', 'Launch', 'Transparency'].includes(nameOf(at(document, dict, 'S')) ?? ''),
          'acts',
        ),
      ]),
  },
]

function fileProblems(document: PDFDocument, file: PDFDict): string[] {
  const stream = at(document, dictAt(document, file, 'EF'), 'F')
  if (!(stream instanceof PDFRawStream)) return ['no content']
  return [
    ...when(!/^\w+\/[\w.+-]+$/.test(nameOf(at(document, stream.dict, 'Subtype')) ?? ''), 'no media type'),
    ...when(!textOf(at(document, dictAt(document, stream.dict, 'Params'), 'ModDate')), 'no date'),
  ]
}

interface CheckedFont {
  readonly resource: string
  readonly readable: ReadonlySet<number>
  readonly problems: readonly string[]
}

function fontsOf(document: PDFDocument): CheckedFont[] {
  const resources = dictAt(document, dictAt(document, document.getPage(0).node, 'Resources'), 'Font')
  return (resources?.keys() ?? []).map((key) =>
    checkFont(document, key.decodeText(), dictAt(document, resources, key.decodeText())),
  )
}

function checkFont(document: PDFDocument, resource: string, font: PDFDict | undefined): CheckedFont {
  const [descendant] = items(document, at(document, font, 'DescendantFonts'))
  const program = at(document, dictAt(document, descendant as PDFDict, 'FontDescriptor'), 'FontFile2')
  const map = at(document, descendant as PDFDict, 'CIDToGIDMap')
  const unicode = at(document, font, 'ToUnicode')
  if (!(program instanceof PDFRawStream)) return { resource, readable: new Set(), problems: ['not embedded'] }
  const face = create(bytesOf(program))
  if (!('layout' in face)) throw new Error('a collection')
  const places = bytesOf(map)
  const [, widths] = items(document, at(document, descendant as PDFDict, 'W'))
  const wrong = items(document, widths).flatMap((width, code) => {
    const real = (face.getGlyph(places.readUInt16BE(code * 2))?.advanceWidth ?? 0) * (1000 / face.unitsPerEm)
    return when(Math.abs(real - (numberOf(width) ?? 0)) > 1, `${resource}: width of ${code}`)
  })
  const codes =
    unicode === undefined
      ? []
      : bytesOf(unicode)
          .toString('latin1')
          .matchAll(/^<([0-9A-F]{4})> </gm)
  return {
    resource,
    readable: new Set([...codes].map(([, code]) => parseInt(code ?? '', 16))),
    problems: wrong,
  }
}

function unreadable(document: PDFDocument): string[] {
  const fonts = new Map(fontsOf(document).map((font) => [font.resource, font]))
  return document.getPages().flatMap((page) => {
    let font: CheckedFont | undefined
    return operationsOf(document, page).flatMap(({ operator, operands }) => {
      if (operator === 'Tf') font = fonts.get((operands[0] ?? '').slice(1))
      if (operator !== 'Tj' && operator !== 'TJ') return []
      const codes = operands
        .filter((operand) => operand.startsWith('<'))
        .flatMap((operand) => operand.slice(1, -1).match(/.{4}/g) ?? [])
        .map((code) => parseInt(code, 16))
      return codes.flatMap((code) =>
        when(code === 0 || font?.readable.has(code) !== true, `${font?.resource ?? 'no font'}: ${code}`),
      )
    })
  })
}
