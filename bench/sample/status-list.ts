import {
  encodeList,
  issueCredential,
  MINIMUM_STATUS_LIST_LENGTH,
  newBitstring,
  unsignedStatusList,
  type JsonObject,
  type SigningKey,
} from '../../server/vc/index.ts'
import { NOW, STATUS_LIST } from './open-badge.ts'

/** The signed status list that the sample badges name; nothing in it is revoked. */
export async function signedStatusList(key: SigningKey): Promise<JsonObject> {
  const list = unsignedStatusList({
    id: STATUS_LIST,
    issuer: key.did,
    purpose: 'revocation',
    encodedList: await encodeList(newBitstring(MINIMUM_STATUS_LIST_LENGTH)),
    validFrom: new Date('2026-01-01T00:00:00Z'),
    ttlMs: 60_000,
  })
  return issueCredential(list, key, { now: NOW })
}
