import { asList, isJsonObject } from '../json-value.ts'
import type { JsonObject } from '../json-value.ts'

/** The credentials signed inside a collection (CLR 2.0 ClrSubject `verifiableCredential`), in document order. */
export function memberCredentials(credential: JsonObject): JsonObject[] {
  return asList(credential.credentialSubject)
    .filter(isJsonObject)
    .flatMap((subject) => asList(subject.verifiableCredential))
    .filter(isJsonObject)
}
