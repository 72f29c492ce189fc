import { recordEvent } from '../../access/audit/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { newId, newPublicCode, type CredentialId, type OrganisationId } from '../../kernel/ids.ts'
import { requireRoleIn, type Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { JsonObject } from '../../vc/index.ts'
import { buildCredential, credentialUrl, type Award, type IssuerProfile } from '../credentials/index.ts'
import type { Issuer } from '../keys/index.ts'
import { allocateStatusEntries, type StatusEntry } from '../status-lists/index.ts'
import type { IssuanceDeps } from './issuance-deps.ts'
import { issuerProfile } from './issuer-profile.ts'
import type { RequestedCredential } from './requested-credential.ts'
import { adoptUnsigned, findRequested, insertCredentials, setUnsigned, type NewCredential } from './store.ts'

export type RequestDeps = Pick<IssuanceDeps, 'ring' | 'clock' | 'publicUrl' | 'platformName'>

export interface RequestedBatch {
  readonly batchId: string
  /** One a distinct award, in the order of the awards. */
  readonly credentials: RequestedCredential[]
}

/**
 * Asks for credentials: the first half of the one door to signing. In the caller's transaction every award gets its row,
 * its status list entry, the text we intend to sign and an audit event; nothing is signed yet. When the transaction is
 * through, `completeIssuance` signs. Asking again for an award gives the same credential.
 *
 * A passport's text is assembled later, when what it collects is signed.
 * @throws AppError `forbidden` unless the actor is at least a trainer of each awarding structure; `schema-mismatch`
 */
export async function requestIssuance(
  trx: Db,
  deps: RequestDeps,
  actor: Actor,
  awards: readonly Award[],
): Promise<RequestedBatch> {
  for (const organisationId of new Set(awards.map((award) => award.organisationId)))
    requireRoleIn(actor, organisationId, 'trainer')
  const batchId = newId<string>()
  const distinct = new Map(awards.map((award) => [award.awardKey, award]))
  const keys = [...distinct.keys()]
  const issuers = await issuersFor(trx, deps, [...distinct.values()])
  // always in the same order: two requests for the same awards then wait for each other instead of both giving up
  const wanted = [...distinct.values()].sort((a, b) => (a.awardKey < b.awardKey ? -1 : 1))
  const requestedAt = isoInstant(deps.clock.now())
  const candidates = wanted.map((award): NewCredential => {
    const { id: issuerId } = issuerOf(issuers, award)
    return { id: newId<CredentialId>(), code: newPublicCode(), award, issuerId, batchId, requestedAt }
  })
  const inserted = await insertCredentials(trx, candidates)
  const fresh = candidates.filter(({ id }) => inserted.has(id))
  await writeDown(trx, deps, actor, issuers, fresh)
  if (fresh.length < keys.length) await adoptUnsigned(trx, keys, batchId)
  const found = new Map(
    (await findRequested(trx, keys)).map((credential) => [credential.awardKey, credential]),
  )
  return { batchId, credentials: keys.flatMap((key) => found.get(key) ?? []) }
}

/** Who signs an award: the structure what it attests, the platform the passport that collects it. */
const signerOf = (award: Award): OrganisationId | null =>
  award.kind === 'passport' ? null : award.organisationId

async function issuersFor(
  trx: Db,
  deps: RequestDeps,
  awards: readonly Award[],
): Promise<Map<OrganisationId | null, Issuer>> {
  const issuers = new Map<OrganisationId | null, Issuer>()
  for (const organisationId of new Set(awards.map(signerOf)))
    issuers.set(organisationId, await deps.ring.issuerFor(trx, organisationId))
  return issuers
}

function issuerOf(issuers: ReadonlyMap<OrganisationId | null, Issuer>, award: Award): Issuer {
  const issuer = issuers.get(signerOf(award))
  if (issuer === undefined) throw new Error('no issuer for this award')
  return issuer
}

async function writeDown(
  trx: Db,
  deps: RequestDeps,
  actor: Actor,
  issuers: ReadonlyMap<OrganisationId | null, Issuer>,
  fresh: readonly NewCredential[],
): Promise<void> {
  const at = deps.clock.now()
  for (const issuer of [...issuers.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const own = fresh.filter(({ issuerId }) => issuerId === issuer.id)
    if (own.length === 0) continue
    const ids = own.map(({ id }) => id)
    const entries = await allocateStatusEntries(trx, deps, issuer, ids)
    const profile = await issuerProfile(trx, deps, issuer)
    for (const credential of own) {
      const unsigned = buildUnsigned(deps, credential, profile, entries.get(credential.id), at)
      if (unsigned !== undefined)
        await setUnsigned(trx, credential.id, {
          unsigned: JSON.stringify(unsigned),
          title: titleOf(unsigned),
        })
    }
  }
  for (const { id, award, batchId } of fresh)
    await recordEvent(trx, {
      at,
      actor,
      action: 'credential.requested',
      organisationId: award.organisationId,
      subject: { type: 'credential', id },
      details: { kind: award.kind, batchId },
    })
}

function buildUnsigned(
  deps: RequestDeps,
  { award, code }: NewCredential,
  issuer: IssuerProfile,
  entry: StatusEntry | undefined,
  now: Date,
): JsonObject | undefined {
  if (award.kind === 'passport') return undefined
  if (entry === undefined) throw new Error('no status entry for this award')
  const { publicUrl } = deps
  const status = { listUrl: entry.listUrl, index: entry.index, purpose: 'revocation' as const }
  return buildCredential(award, { id: credentialUrl(publicUrl, code), publicUrl, issuer, status, now })
}

/** The credential's own name, for lists of credentials. */
export function titleOf(unsigned: JsonObject): string {
  return typeof unsigned['name'] === 'string' ? unsigned['name'] : ''
}
