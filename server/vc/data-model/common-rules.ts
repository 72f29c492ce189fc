import { asList, isJsonObject } from '../json-value.ts'
import type { JsonValue } from '../json-value.ts'
import type { CheckCode } from '../verification-result.ts'
import { firstFinding } from './rule.ts'
import type { Finding, Rule } from './rule.ts'
import { isUrl } from './url.ts'

/** Section 4.4: an `id`, where there is one, is a single URL. */
export function findIdProblem(node: JsonValue, pointer: string): Finding | undefined {
  if (!isJsonObject(node) || node.id === undefined || isUrl(node.id)) return undefined
  return { code: 'id-invalid', pointer: `${pointer}/id` }
}

export const ID_RULE: Rule = {
  title: 'id is one URL',
  section: 'VCDM 2.0, 4.4 Identifiers',
  find: (document) => findIdProblem(document, ''),
}

/** Section 4.5: the document names its type, and `type` is among the names. */
export function typeRule(type: string, section = 'VCDM 2.0, 4.5 Types'): Rule {
  return {
    title: `type names ${type}`,
    section,
    find: (document) => {
      const types = asList(document.type)
      const sound = types.every((name) => typeof name === 'string' && name !== '') && types.includes(type)
      return sound ? undefined : { code: 'type-invalid', pointer: '/type' }
    },
  }
}

/** Each value of `property`, where there is one, is an object with a `type`; and with a URL `id` when `idRequired`. */
export function typedObjectRule(
  property: string,
  section: string,
  options: { idRequired?: boolean; code?: CheckCode } = {},
): Rule {
  return {
    title: `${property} says its type${options.idRequired === true ? ' and has a URL id' : ''}`,
    section,
    find: (document) => {
      const value = document[property]
      const code = options.code ?? 'typed-object-invalid'
      return firstFinding(asList(value), (item, index) => {
        const pointer = Array.isArray(value) ? `/${property}/${index}` : `/${property}`
        if (!isJsonObject(item) || !hasTypes(item.type)) return { code, pointer }
        if (options.idRequired === true && item.id === undefined) return { code, pointer: `${pointer}/id` }
        return findIdProblem(item, pointer)
      })
    },
  }
}

/** Whether a value says who: a URL, or an object with a URL `id` (issuer, holder). */
export const isNamed = (value: JsonValue | undefined): boolean =>
  isUrl(value) || (isJsonObject(value) && isUrl(value.id))

/** Section 4.8: at least one subject, and each is an object that says something. */
export function findSubjectProblem(subject: JsonValue | undefined): Finding | undefined {
  const subjects = asList(subject)
  if (subjects.length === 0) return { code: 'subject-invalid', pointer: '/credentialSubject' }
  return firstFinding(subjects, (item, index) => {
    const pointer = Array.isArray(subject) ? `/credentialSubject/${index}` : '/credentialSubject'
    if (!isJsonObject(item) || Object.keys(item).length === 0) return { code: 'subject-invalid', pointer }
    return findIdProblem(item, pointer)
  })
}

function hasTypes(type: JsonValue | undefined): boolean {
  const types = asList(type)
  return types.length > 0 && types.every((name) => typeof name === 'string' && name !== '')
}

/** Section 4.6: a text, or a language value object with nothing else in it. */
export function isLanguageValue(value: JsonValue): boolean {
  if (typeof value === 'string') return true
  if (Array.isArray(value))
    return value.length > 0 && value.every((item) => !Array.isArray(item) && isLanguageValue(item))
  if (!isJsonObject(value) || typeof value['@value'] !== 'string') return false
  return Object.entries(value).every(
    ([name, part]) =>
      name === '@value' ||
      (name === '@language' && typeof part === 'string') ||
      (name === '@direction' && (part === 'ltr' || part === 'rtl')),
  )
}
