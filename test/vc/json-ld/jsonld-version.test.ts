import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

const { resolve } = createRequire(import.meta.url)
const versionOf = (name: string): unknown => {
  const path = resolve(`${name}/package.json`)
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: unknown }).version
}

/**
 * We reach inside jsonld (`lib/context.js`, `lib/ContextResolver.js`) and repeat parts of what it does, its faults
 * included. When its version changes, look again at, and then set the new version here:
 *
 * - `lib/context.js`: `process` (which calls of the resolver and of `getProcessed`/`setProcessed` it makes, with which
 *   contexts; whether it changes an active context after it was returned), `_cloneActiveContext` and
 *   `_revertToPreviousContext` (what a clone forgets), `_expandIri` — against `server/vc/json-ld/active-context.ts`,
 *   `pinned-resolutions.ts` and `compiled/read-document.ts`
 * - `lib/expand.js`: order of scoped contexts, when a type-scoped context is reverted, what safe mode refuses — against
 *   `compiled/compile-plan.ts`
 * - `lib/toRdf.js`, `lib/nodeMap.js`, `lib/util.js` (`compareValues`): numbers, repeated values, lists, named graphs —
 *   against `compiled/read-document.ts`
 * - rdf-canonize `lib/RDFC10.js`, `lib/NQuads.js`: escapes, order, blank nodes that are alike — against
 *   `compiled/label-blank-nodes.ts`, `n-quads.ts`
 *
 * Then run `FUZZ_DOCUMENTS=100000 FUZZ_SEED=… vitest run test/vc/json-ld/compiled.test.ts` with some seeds.
 */
test.each([
  ['jsonld', '9.0.0'],
  ['rdf-canonize', '5.0.0'],
])('%s is the version that was looked into', (name, version) => {
  expect(versionOf(name)).toBe(version)
})

test('jsonld has one rdf-canonize, the one we use', () => {
  const path = createRequire(resolve('jsonld')).resolve('rdf-canonize')
  expect(path).toBe(resolve('rdf-canonize'))
})
