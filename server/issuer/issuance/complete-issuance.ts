import { randomInt } from 'node:crypto'
import type { CredentialId } from '../../kernel/ids.ts'
import { createProgress, type Progress } from './progress.ts'
import { forEachChunk } from './for-each-chunk.ts'
import type { IssuanceDeps } from './issuance-deps.ts'
import { requestMissingPassports } from './request-missing-passports.ts'
import { signPassports } from './sign-passports.ts'
import { createSigner, type Signer } from '../signing/index.ts'
import { prepareJob } from './signing-job.ts'
import { clearFailures, pendingIds, readUnsigned, type IssuanceScope } from './store.ts'
import { storeOutcomes } from './store-outcomes.ts'

export interface CompleteOptions extends IssuanceScope {
  onProgress?: (done: number, total: number) => void
}

export interface IssuanceOutcome {
  /** Signed and stored by this call. */
  readonly signed: number
  /** Not signed; the reason is with each credential, and the next start tries again. */
  readonly failed: number
}

/** Credentials of one job and one write: long enough to share a transaction, short enough to show progress. */
const CHUNK = 20

/** A passport is signed over all its members: with five of them it takes about this many times as long as one. */
const PASSPORT_WEIGHT = 8

/**
 * Signs what was asked for and is not signed: the second half of the one door to signing. Call it after the requesting
 * transaction. Credentials come first, then the passports that collect them. It may be stopped at any moment, and two
 * processes may run it at once: a signature is stored only where there is none.
 */
export async function completeIssuance(
  deps: IssuanceDeps,
  options: CompleteOptions = {},
): Promise<IssuanceOutcome> {
  const members = await pendingIds(deps.db, 'members', options)
  const passports = await pendingIds(deps.db, 'passports', options)
  if (members.length + passports.length === 0) return { signed: 0, failed: 0 }
  const progress = createProgress(members.length + passports.length, options.onProgress)
  const signer = createSigner(members.length + passports.length * PASSPORT_WEIGHT, deps)
  try {
    await signMembers(deps, signer, members, progress)
    const late = await requestMissingPassports(deps, members)
    progress.expect(late.length)
    await signPassports(deps, signer, [...passports, ...late], progress)
  } finally {
    await signer.close()
    const { signed, failed } = progress.outcome()
    deps.metrics?.credentialsSigned('signed', signed)
    deps.metrics?.credentialsSigned('failed', failed)
  }
  return progress.outcome()
}

/**
 * What a stop or a crash left unsigned, and another try for what failed: of everybody at each start, of one session when
 * somebody asks for it on the session's page.
 */
export async function resumeIssuance(
  deps: IssuanceDeps,
  options: CompleteOptions = {},
): Promise<IssuanceOutcome> {
  await clearFailures(deps.db, options)
  return completeIssuance(deps, options)
}

async function signMembers(
  deps: IssuanceDeps,
  signer: Signer,
  ids: readonly CredentialId[],
  progress: Progress,
): Promise<void> {
  await forEachChunk(fromSomewhere(ids), { size: CHUNK, width: signer.width }, async (chunk) => {
    const job = await prepareJob(deps, await readUnsigned(deps.db, chunk))
    const outcomes = job.documents.length === 0 ? [] : await signer.sign(job)
    const stored = await storeOutcomes(deps, outcomes)
    progress.advance(chunk.length, stored)
  })
}

/** Servers that start together begin at different places: what one has signed, the other then skips. */
function fromSomewhere(ids: readonly CredentialId[]): CredentialId[] {
  const start = ids.length === 0 ? 0 : randomInt(ids.length)
  return [...ids.slice(start), ...ids.slice(0, start)]
}
