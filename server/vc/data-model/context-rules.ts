import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../json-ld/pinned-contexts.ts'
import { asList, isJsonObject } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import { firstFinding } from './rule.ts'
import type { Finding, Rule } from './rule.ts'
import { isUrl } from './url.ts'

/** VCDM 2.0 section 4.3, for credentials and presentations alike. */
export const CONTEXT_RULES: readonly Rule[] = contextRules(CREDENTIALS_V2, 'VCDM 2.0, 4.3 Contexts')

/** VCDM 1.1 section 4.1, the same for the older model. */
export const CONTEXT_1_1_RULES: readonly Rule[] = contextRules(CREDENTIALS_V1, 'VCDM 1.1, 4.1 Contexts')

function contextRules(first: string, section: string): Rule[] {
  return [
    {
      title: `@context is a list that starts with ${first}; its items are URLs or objects without a base`,
      section,
      find: (document) => {
        const context = document['@context']
        if (!Array.isArray(context)) return { code: 'context-invalid', pointer: '/@context' }
        if (context[0] !== first) return { code: 'context-invalid', pointer: '/@context/0' }
        return firstFinding(context, (item, index) =>
          isUrl(item) || (isJsonObject(item) && !setsBase(item))
            ? undefined
            : { code: 'context-invalid', pointer: `/@context/${index}` },
        )
      },
    },
    {
      title: 'nothing is tucked away from readers of the JSON with JSON-LD keywords',
      section: 'VC Data Integrity 1.0, 2.4.1 and 4.6 Context validation',
      find: (document) => keywordIn(document, ''),
    },
  ]
}

/** Whether a context written out sets a base, be it wrapped in `@context` as a context document is. */
function setsBase(context: JsonObject): boolean {
  const inner = context['@context']
  return '@base' in context || asList(inner).some((item) => isJsonObject(item) && setsBase(item))
}

// They move claims to where a reader of the plain JSON does not look, without changing what was signed.
const HIDING_KEYWORDS = new Set(['@graph', '@included', '@reverse', '@nest'])

function keywordIn(value: JsonValue, pointer: string): Finding | undefined {
  // Nearly all documents have none: where one stands is only asked when there is one.
  if (!hasKeyword(value)) return undefined
  if (Array.isArray(value))
    return firstFinding(value, (item, index) => keywordIn(item, `${pointer}/${index}`))
  if (!isJsonObject(value)) return undefined
  const keyword = Object.keys(value).find((name) => HIDING_KEYWORDS.has(name))
  if (keyword !== undefined) return { code: 'term-aliased', pointer: `${pointer}/${keyword}` }
  return firstFinding(childrenOutsideContext(value), ([name, child]) =>
    keywordIn(child, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
}

function hasKeyword(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.some(hasKeyword)
  if (!isJsonObject(value)) return false
  for (const name of Object.keys(value)) {
    if (name.startsWith('@') && HIDING_KEYWORDS.has(name)) return true
    if (name !== '@context' && hasKeyword(value[name])) return true
  }
  return false
}

const childrenOutsideContext = (node: JsonObject): [string, JsonValue][] =>
  Object.entries(node).filter(([name]) => name !== '@context')
