/** What a verdict says of itself, each a message `verdict.<verdict>.<part>`. */
export const VERDICT_PARTS = ['title', 'sentence', 'proves', 'notProves', 'next'] as const

/** What is checked of a document by whoever has no register, and how it may end. */
const CHECKS = [
  'document',
  'data-model',
  'context',
  'proof',
  'issuer',
  'validity',
  'status',
  'schema',
  'members',
] as const
const OUTCOMES = ['passed', 'failed', 'warning', 'skipped', 'unavailable'] as const

/** The words of a list of checks. */
export const CHECK_TEXTS = [
  ...CHECKS.map((name) => `verdict.check.${name}` as const),
  ...OUTCOMES.map((outcome) => `verdict.status.${outcome}` as const),
]

/** Messages for a page's script, by key, their blanks left open. */
export const textsIn = <Key extends string>(
  t: (key: Key) => string,
  keys: readonly Key[],
): Record<string, string> => Object.fromEntries(keys.map((key) => [key, t(key)]))
