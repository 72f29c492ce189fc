import { SaxesParser } from 'saxes'
import { readBaked } from './read-baked.ts'
import { problem, type Reading, type ReadingContext, type ReadingProblem } from './reading.ts'

/** Where badges stand in an SVG: Open Badges 3.0 (5.3.2 SVG), then 2.0 and 1.x (Badge Baking, SVGs). */
const ELEMENTS = [
  { uri: 'https://purl.imsglobal.org/ob/v3p0', local: 'credential' },
  { uri: 'http://openbadges.org', local: 'assertion' },
] as const

/** Characters handed over at a time, so that reading ends soon after what is looked for. */
const STEP = 4096
const MOST_LEVELS = 200

/** A badge baked into an SVG. No document type with declarations is read, so that there are no entities to unfold. */
export async function readSvg(svg: string, context: ReadingContext): Promise<Reading> {
  const baked = bakedInto(svg)
  if (typeof baked !== 'string') return baked ?? problem('svg-without-badge')
  return readBaked(baked, 'svg', context)
}

function bakedInto(svg: string): string | ReadingProblem | undefined {
  const parser = new SaxesParser({ xmlns: true })
  let outcome: string | ReadingProblem | undefined
  let levels = 0
  /** The level of the element whose text is being gathered. */
  let within: number | undefined
  let text = ''
  const gather = (more: string): void => {
    if (within !== undefined) text += more
  }
  parser.on('doctype', (declared) => {
    // one that only names the public DTD of SVG 1.1 declares nothing by itself, and nobody fetches it
    if (declared.includes('[')) outcome ??= problem('svg-with-entities')
  })
  parser.on('error', () => (outcome ??= problem('damaged')))
  parser.on('opentag', (tag) => {
    if (++levels > MOST_LEVELS) outcome ??= problem('too-deep')
    if (within !== undefined || !ELEMENTS.some(({ uri, local }) => tag.uri === uri && tag.local === local))
      return
    within = levels
    // a token, or the address of an assertion; where there is a body, it is the document itself
    text = ''
    const verify = tag.attributes['verify']
    attribute = verify === undefined ? '' : verify.value
  })
  parser.on('closetag', () => {
    if (within === levels) outcome ??= text.trim() === '' ? attribute : text
    levels--
  })
  parser.on('text', gather)
  parser.on('cdata', gather)
  let attribute = ''
  for (let at = 0; at < svg.length && outcome === undefined; at += STEP)
    parser.write(svg.slice(at, at + STEP))
  if (outcome === undefined) parser.close()
  return outcome === '' ? undefined : outcome
}
