import { readFileSync } from 'node:fs'
import { isJsonObject, type JsonObject } from '../../server/vc/index.ts'

/**
 * An issuer registry for recorded requests: for each issuer with an https identifier, a controller document that lists
 * the did:key keys its credentials were signed with. Made when the test runs, from the requests themselves; write it as
 * JSON to a file and name that file in `ISSUER_REGISTRY`. Not trusted: the issuers stay unknown, their proofs hold.
 *
 * @param files paths of the recordings, one JSON request a line
 */
export function conformanceRegistry(files: readonly string[]): Record<string, { document: JsonObject }> {
  const keys = new Map<string, Set<string>>()
  for (const file of files) {
    for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
      const recorded: unknown = JSON.parse(line)
      // a refused request may name any key: only those that are accepted say which are the issuer's own
      if (isJsonObject(recorded) && recorded['expect'] === 'accept') collect(recorded['body'], keys)
    }
  }
  return Object.fromEntries(
    [...keys].map(([id, methods]) => [id, { document: { id, assertionMethod: [...methods] } }]),
  )
}

function collect(value: unknown, keys: Map<string, Set<string>>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, keys)
  if (!isJsonObject(value)) return
  const { issuer, proof } = value
  const id = isJsonObject(issuer) ? issuer['id'] : issuer
  if (typeof id === 'string' && id.startsWith('https:')) {
    for (const { verificationMethod } of [proof].flat().filter(isJsonObject)) {
      if (typeof verificationMethod !== 'string' || !verificationMethod.startsWith('did:key:')) continue
      keys.set(id, (keys.get(id) ?? new Set()).add(verificationMethod))
    }
  }
  Object.values(value).forEach((item) => collect(item, keys))
}
