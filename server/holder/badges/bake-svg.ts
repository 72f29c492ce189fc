/** Open Badges 3.0, 5.3.2.1: not the address of the context, whatever it looks like. */
const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0'

/**
 * Puts a signed credential into one of our SVG pictures, right after its root tag, its JSON as it was signed (Open Badges
 * 3.0, 5.3.2.1).
 */
export function bakeSvg(svg: string, signed: string): string {
  const root = svg.indexOf('>')
  return (
    `${svg.slice(0, root)} xmlns:openbadges="${NAMESPACE}">` +
    `<openbadges:credential><![CDATA[${inCdata(signed)}]]></openbadges:credential>${svg.slice(root + 1)}`
  )
}

/**
 * JSON in a CDATA section: the one sequence that would end it is cut in two sections, which read as one text (XML 1.0, 2.7).
 * Two characters that JSON may hold and XML may not are written as JSON escapes: the same document, signed by the same
 * signature.
 */
const inCdata = (json: string): string =>
  json
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replaceAll(']]>', ']]]]><![CDATA[>')
