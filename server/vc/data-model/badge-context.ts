import { asList, hasType } from '../json-value.ts'
import type { JsonObject } from '../json-value.ts'

const BADGES = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)?\.json$/
const COLLECTIONS = /^https:\/\/purl\.imsglobal\.org\/spec\/clr\/v2p0\/context(-2\.\d\.\d)?\.json$/

/** Types of 1EdTech, each with the context that must explain it (Open Badges 3.0, B.1.1 and B.1.7; CLR 2.0, B.1.1). */
const TYPES: readonly (readonly [type: string, context: RegExp])[] = [
  ['AchievementCredential', BADGES],
  ['OpenBadgeCredential', BADGES],
  ['ClrCredential', COLLECTIONS],
]

/**
 * The 1EdTech type that no context of 1EdTech explains, if there is one. Whoever holds a badge may put a context of their
 * own in the place of the published one, in which the same terms go by other names: the signature stays good, and a
 * reader who goes by the names takes the end of a stay for its beginning. The published context protects its terms.
 */
export function findUnexplainedType(document: JsonObject): string | undefined {
  const contexts = asList(document['@context'])
  const isThere = (form: RegExp): boolean =>
    contexts.some((context) => typeof context === 'string' && form.test(context))
  return TYPES.find(([type, form]) => hasType(document, type) && !isThere(form))?.[0]
}
