import { AppError, type AppErrorCode } from '../../kernel/errors.ts'
import type { CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { exceedsLimits, isJsonObject, type JsonObject } from '../../vc/index.ts'
import { buildPassport, credentialUrl } from '../credentials/index.ts'
import { findStatusEntries } from '../status-lists/index.ts'
import type { IssuanceDeps } from './issuance-deps.ts'
import { issuerProfile } from './issuer-profile.ts'
import {
  assembledMembers,
  findPendingPassport,
  hasPendingReplacement,
  readMembers,
  replaceMembers,
  type PendingPassport,
} from './passport-store.ts'
import { titleOf } from './request-credentials.ts'
import { setUnsigned } from './store.ts'

export type AssembledPassport =
  | { readonly id: CredentialId; readonly unsigned: string }
  | { readonly id: CredentialId; readonly unsigned?: undefined; readonly failure: AppErrorCode }

/**
 * Writes down the collection we intend to sign: everything signed for the person so far. A text that was written before
 * (a crash, another process) is kept when it still says the same. Undefined when the passport is signed already.
 */
export async function assemblePassport(
  trx: Db,
  deps: IssuanceDeps,
  id: CredentialId,
): Promise<AssembledPassport | undefined> {
  const passport = await findPendingPassport(trx, id)
  if (passport === undefined) return undefined
  const { learner } = passport.award
  // a passport never shows what is about to be replaced: it waits for the replacement, as its person does
  if (await hasPendingReplacement(trx, learner.id)) return { id, failure: 'not-yet-issued' }
  const members = await readMembers(trx, learner.id)
  if (members.length === 0) return { id, failure: 'nothing-to-sign' }
  const memberIds = members.map((member) => member.id)
  if (passport.unsigned !== null && sameIds(await assembledMembers(trx, id), memberIds))
    return { id, unsigned: passport.unsigned }
  try {
    const document = await build(
      trx,
      deps,
      passport,
      members.map(({ signed }) => parseMember(signed)),
    )
    if (exceedsLimits(document) !== undefined) return { id, failure: 'passport-too-large' }
    const unsigned = JSON.stringify(document)
    await setUnsigned(trx, id, { unsigned, title: titleOf(document) })
    await replaceMembers(trx, id, memberIds)
    return { id, unsigned }
  } catch (error) {
    if (error instanceof AppError) return { id, failure: error.code }
    throw error
  }
}

/** Whether two lists name the same credentials in the same order. */
export function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at])
}

async function build(
  trx: Db,
  deps: IssuanceDeps,
  passport: PendingPassport,
  members: JsonObject[],
): Promise<JsonObject> {
  const { publicUrl, ring, clock } = deps
  const status = await findStatusEntries(trx, passport.id)
  const [entry] = status
  if (entry === undefined) throw new Error('no status entry for this passport')
  // the DID of when it was asked for: its status lists speak for no other
  const issuer = { ...(await ring.issuerFor(trx, null)), did: entry.issuerDid }
  return buildPassport(passport.award, members, {
    id: credentialUrl(publicUrl, passport.code),
    publicUrl,
    issuer: await issuerProfile(trx, deps, issuer),
    status,
    now: clock.now(),
  })
}

function parseMember(signed: string): JsonObject {
  const value: unknown = JSON.parse(signed)
  if (!isJsonObject(value)) throw new AppError('schema-mismatch')
  return value
}
