import { CREDENTIALS_V2 } from '../json-ld/pinned-contexts.ts'
import { isJsonObject } from '../json-value.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import { firstFinding } from './rule.ts'
import type { Finding, Rule } from './rule.ts'
import { isUrl } from './url.ts'

/** VCDM 2.0 section 4.3, for credentials and presentations alike. */
export const CONTEXT_RULES: readonly Rule[] = [
  {
    title: '@context is a list that starts with the credentials v2 context; its items are URLs or objects',
    section: 'VCDM 2.0, 4.3 Contexts',
    find: (document) => {
      const context = document['@context']
      if (!Array.isArray(context)) return { code: 'context-invalid', pointer: '/@context' }
      if (context[0] !== CREDENTIALS_V2) return { code: 'context-invalid', pointer: '/@context/0' }
      return firstFinding(context, (item, index) =>
        isUrl(item) || (isJsonObject(item) && !('@base' in item))
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

// They move claims to where a reader of the plain JSON does not look, without changing what was signed.
const HIDING_KEYWORDS = ['@graph', '@included', '@reverse', '@nest']

function keywordIn(value: JsonValue, pointer: string): Finding | undefined {
  if (Array.isArray(value))
    return firstFinding(value, (item, index) => keywordIn(item, `${pointer}/${index}`))
  if (!isJsonObject(value)) return undefined
  const keyword = HIDING_KEYWORDS.find((name) => name in value)
  if (keyword !== undefined) return { code: 'term-aliased', pointer: `${pointer}/${keyword}` }
  return firstFinding(childrenOutsideContext(value), ([name, child]) =>
    keywordIn(child, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
}

const childrenOutsideContext = (node: JsonObject): [string, JsonValue][] =>
  Object.entries(node).filter(([name]) => name !== '@context')
