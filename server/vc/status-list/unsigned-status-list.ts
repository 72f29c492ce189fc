import { isoInstant } from '../../kernel/clock.ts'
import type { JsonObject } from '../json-value.ts'
import { CREDENTIALS_V2 } from '../json-ld/pinned-contexts.ts'

export type StatusPurpose = 'revocation' | 'suspension'

/**
 * A BitstringStatusListCredential ready to be signed (Bitstring Status List 1.0, 2.2). `id` is the URL it is served at,
 * `ttlMs` how long a reader may keep it, in milliseconds.
 */
export function unsignedStatusList(input: {
  id: string
  issuer: string
  purpose: StatusPurpose
  encodedList: string
  validFrom: Date
  ttlMs?: number
}): JsonObject {
  return {
    '@context': [CREDENTIALS_V2],
    id: input.id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: input.issuer,
    validFrom: isoInstant(input.validFrom),
    credentialSubject: {
      id: `${input.id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: input.purpose,
      encodedList: input.encodedList,
      ...(input.ttlMs === undefined ? {} : { ttl: input.ttlMs }),
    },
  }
}
