import type { Language } from '../../../kernel/locale.ts'

/** What a file says of itself, to a reader and to an archive. */
export interface DocumentFacts {
  readonly title: string
  /** The language of the document: what is in another says so itself. */
  readonly locale: Language
  /** Every language it is written in besides. */
  readonly languages?: readonly Language[]
  readonly author?: string
  readonly subject: string
  /** The document's own date: two renderings of one content give the same bytes. */
  readonly date: Date
}

const PRODUCER = 'Passerelle'

/** How a document names a language (RFC 5646). */
export const languageTag = (language: Language): string =>
  language === 'fr' ? 'fr-FR' : language === 'en' ? 'en-GB' : language

const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    // XML 1.0, 2.2: what no XML document may hold
    .replace(/[\p{Cc}\ufffe\uffff]|\p{Cs}/gu, ' ')

const inOneLanguage = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`
const list = (kind: 'Seq' | 'Bag', items: readonly string[]): string =>
  `<rdf:${kind}>${items.map((item) => `<rdf:li>${escaped(item)}</rdf:li>`).join('')}</rdf:${kind}>`

/**
 * The file's own description in XMP (ISO 16684-1): the same as its information dictionary, and what it promises: PDF/A-3a
 * (ISO 19005-3, to be kept) and PDF/UA-1 (ISO 14289-1, to be read by everybody). PDF/A wants the second's word explained.
 */
export function describeInXmp({
  title,
  subject,
  author,
  date,
  locale,
  languages = [],
}: DocumentFacts): string {
  const day = `${date.toISOString().slice(0, 19)}Z`
  const by = author ? `<dc:creator>${list('Seq', [author])}</dc:creator>` : ''
  return (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>' +
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"' +
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"' +
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">' +
    `<dc:title>${inOneLanguage(title)}</dc:title><dc:description>${inOneLanguage(subject)}</dc:description>${by}` +
    `<dc:language>${list('Bag', [locale, ...languages].map(languageTag))}</dc:language>` +
    `<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool><xmp:CreateDate>${day}</xmp:CreateDate>` +
    `<xmp:ModifyDate>${day}</xmp:ModifyDate><pdf:Producer>${PRODUCER}</pdf:Producer>` +
    '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>' +
    `</rdf:Description>${PDFUA_EXPLAINED}</rdf:RDF></x:xmpmeta><?xpacket end="r"?>`
  )
}

/** ISO 19005-3, 6.6.2.3.2: a property that PDF/A does not know by itself. */
const PDFUA_EXPLAINED =
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"' +
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">' +
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '<pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>' +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>'
