import type { CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { lockIssuer } from '../keys/index.ts'
import type { SigningOutcome } from '../signing/index.ts'
import { assemblePassport, sameIds, type AssembledPassport } from './assemble-passport.ts'
import { forEachChunk } from './for-each-chunk.ts'
import type { IssuanceDeps } from './issuance-deps.ts'
import {
  assembledMembers,
  findPendingPassport,
  issuersOf,
  memberIds,
  supersedeOlder,
} from './passport-store.ts'
import type { Progress } from './progress.ts'
import type { Signer } from '../signing/index.ts'
import { prepareJob } from './signing-job.ts'
import { storeOutcome } from './store-outcomes.ts'
import type { StoredCredential } from './store.ts'
import { withdrawOutdated } from './withdraw-outdated.ts'

const CHUNK = 4
/** How often a passport is assembled anew because its person got something more, or less, while it was signed. */
const ATTEMPTS = 5

/** Assembles, signs and stores passports. Each step is a transaction of its own; any of them may be the last before a crash. */
export async function signPassports(
  deps: IssuanceDeps,
  signer: Signer,
  ids: readonly CredentialId[],
  progress: Progress,
): Promise<void> {
  await forEachChunk(ids, { size: CHUNK, width: signer.width }, async (chunk) => {
    let waiting: readonly CredentialId[] = chunk
    for (let attempt = 1; waiting.length > 0; attempt++) {
      const { outdated, ...counted } = await signOnce(deps, signer, waiting, attempt < ATTEMPTS)
      progress.advance(waiting.length - outdated.length, counted)
      waiting = outdated
    }
  })
}

async function signOnce(
  deps: IssuanceDeps,
  signer: Signer,
  ids: readonly CredentialId[],
  mayRepeat: boolean,
): Promise<{ signed: number; failed: number; outdated: CredentialId[] }> {
  const assembled = await inPassportOrder(deps, ids, async (trx) => {
    const all: AssembledPassport[] = []
    for (const id of ids)
      all.push(...[await assemblePassport(trx, deps, id)].filter((one) => one !== undefined))
    return all
  })
  const documents = assembled.filter((one) => one.unsigned !== undefined)
  const job = await prepareJob(deps, documents)
  const outcomes = documents.length === 0 ? [] : await signer.sign(job)
  for (const one of assembled)
    if (one.unsigned === undefined)
      outcomes.push({ id: one.id, failure: one.failure, detail: 'not assembled' })
  return storePassports(deps, ids, outcomes, mayRepeat)
}

async function storePassports(
  deps: IssuanceDeps,
  ids: readonly CredentialId[],
  outcomes: readonly SigningOutcome[],
  mayRepeat: boolean,
): Promise<{ signed: number; failed: number; outdated: CredentialId[] }> {
  return inPassportOrder(deps, ids, async (trx) => {
    const outdated: CredentialId[] = []
    const corrected: StoredCredential[] = []
    let signed = 0
    let failed = 0
    for (const outcome of outcomes) {
      const id = outcome.id as CredentialId
      if (outcome.signed === undefined) failed += 1
      else if (mayRepeat && (await isOutdated(trx, id, outcome.unsigned))) {
        outdated.push(id)
        continue
      }
      const stored = await storeOutcome(trx, deps, outcome)
      if (stored === undefined) continue
      signed += 1
      await supersedeOlder(trx, id, stored.learnerId)
      if (stored.reissuedBecause === 'correction') corrected.push(stored)
    }
    await withdrawOutdated(trx, deps.clock.now(), corrected)
    return { signed, failed, outdated }
  })
}

/**
 * Whether the person was given something, or lost something, since this text was assembled; or another process noticed,
 * and wrote down a newer text under which our signature must not be stored.
 */
async function isOutdated(trx: Db, id: CredentialId, signedText: string): Promise<boolean> {
  const passport = await findPendingPassport(trx, id)
  if (passport === undefined) return false
  if (passport.unsigned !== signedText) return true
  return !sameIds(await assembledMembers(trx, id), await memberIds(trx, passport.award.learner.id))
}

/**
 * A transaction that no other process's passports overtake: the newest passport, which supersedes the others, is then
 * always the most complete one.
 */
async function inPassportOrder<Result>(
  deps: IssuanceDeps,
  ids: readonly CredentialId[],
  work: (trx: Db) => Promise<Result>,
): Promise<Result> {
  const issuers = await issuersOf(deps.db, ids)
  return deps.db.transaction(async (trx) => {
    for (const issuer of issuers) await lockIssuer(trx, issuer)
    return work(trx)
  })
}
