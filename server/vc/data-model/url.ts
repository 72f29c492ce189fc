import type { JsonValue } from '../json-value.ts'

/** Whether a value is a URL as VCDM 2.0 section 4.4 wants it: absolute, and nothing that a parser would trim or repair. */
export function isUrl(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && !/[\s\p{Cc}<>"{}|\\^`]/u.test(value) && URL.canParse(value)
}
