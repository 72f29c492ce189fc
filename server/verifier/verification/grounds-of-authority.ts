import type { CredentialRecord } from '../../issuer/credentials/index.ts'
import { dayInParis, type IsoDate } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import { idOf, type JsonObject } from '../../vc/index.ts'
import type { RegisteredResult } from './registered-result.ts'

/** Something a trainer was trained in before they attested. */
export interface Ground {
  readonly title: string
  readonly provider: string
  readonly completedOn: IsoDate
}

/**
 * What the person who attested a session was trained in by that day, if they signed it under this name: the records side
 * answers, through `compose`.
 */
export type AttestorGrounds = (
  db: Db,
  signed: { readonly sessionId: string; readonly official: string; readonly day: IsoDate },
) => Promise<readonly Ground[]>

/** By who attested ({@link attestorKey}): the grounds of their authority. */
export type GroundsOfAuthority = ReadonlyMap<string, readonly Ground[]>

export const attestorKey = (did: string, official: string): string => `${did}\n${official}`

/**
 * Why the word of those who attest is worth something. Only for what our register knows, that is, what one of our own keys
 * signed: a name in somebody else's document leads to nobody of the network.
 */
export async function groundsOfAuthority(
  deps: { readonly db: Db; readonly attestorGrounds?: AttestorGrounds },
  document: JsonObject,
  result: Pick<RegisteredResult, 'record' | 'members'>,
): Promise<GroundsOfAuthority> {
  const grounds = new Map<string, readonly Ground[]>()
  const { db, attestorGrounds } = deps
  if (attestorGrounds === undefined) return grounds
  const known = [{ credential: document, record: result.record }, ...(result.members ?? [])]
  for (const { credential, record } of known) {
    const attested = attestationOf(credential, record)
    if (attested === undefined || grounds.has(attested.key)) continue
    const found = await attestorGrounds(db, attested)
    if (found.length > 0) grounds.set(attested.key, found)
  }
  return grounds
}

function attestationOf(credential: JsonObject, record: CredentialRecord | undefined) {
  const { issuer } = credential
  const did = idOf(issuer)
  const official =
    typeof issuer === 'object' && issuer !== null && 'official' in issuer ? issuer.official : ''
  if (did === undefined || typeof official !== 'string' || official === '') return undefined
  if (record === undefined || record.sessionId === null || record.signedAt === null) return undefined
  const day = dayInParis(new Date(record.signedAt))
  return { key: attestorKey(did, official), sessionId: record.sessionId, official, day }
}
