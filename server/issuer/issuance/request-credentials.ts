import { recordEvents, type AuditEvent } from '../../access/audit/index.ts'
import { isoInstant } from '../../kernel/clock.ts'
import { newId, newPublicCode, type CredentialId, type OrganisationId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/roles.ts'
import type { Db } from '../../platform/db/index.ts'
import type { JsonObject } from '../../vc/index.ts'
import { credentialUrl, type IssuerProfile } from '../credentials/index.ts'
import type { Issuer } from '../keys/index.ts'
import { allocateStatusEntries, type StatusEntry } from '../status-lists/index.ts'
import type { AwardHeader, CredentialRequest } from './credential-request.ts'
import type { IssuanceDeps } from './issuance-deps.ts'
import { issuerProfile } from './issuer-profile.ts'
import { findEndorsed, type EndorsedCredential } from './find-endorsed.ts'
import type { RequestedCredential } from './requested-credential.ts'
import {
  adoptUnsigned,
  findRequested,
  insertCredentials,
  setEndorses,
  setUnsigned,
  type NewCredential,
} from './store.ts'

export type RequestDeps = Pick<
  IssuanceDeps,
  'ring' | 'clock' | 'publicUrl' | 'platformName' | 'statusPurposes' | 'listCapacity'
>

export interface RequestedBatch {
  readonly batchId: string
  /** One a distinct award, in the order of the awards. */
  readonly credentials: RequestedCredential[]
}

type Draft = NewCredential & { readonly request: CredentialRequest }

/**
 * {@link requestIssuance} for texts that are not built from an award. Who may ask is the caller's to check: this is the
 * inside of the door.
 * @throws AppError `schema-mismatch`
 */
export async function requestCredentials(
  trx: Db,
  deps: RequestDeps,
  actor: Actor,
  requests: readonly CredentialRequest[],
): Promise<RequestedBatch> {
  const batchId = newId<string>()
  const distinct = new Map(requests.map((request) => [request.award.awardKey, request]))
  const keys = [...distinct.keys()]
  const awards = [...distinct.values()].map(({ award }) => award)
  const issuers = await issuersFor(trx, deps, awards)
  // always in the same order: two requests for the same awards then wait for each other instead of both giving up
  const wanted = [...distinct.values()].sort((a, b) => (a.award.awardKey < b.award.awardKey ? -1 : 1))
  const requestedAt = isoInstant(deps.clock.now())
  const drafts = wanted.map((request): Draft => ({
    id: newId<CredentialId>(),
    code: newPublicCode(),
    award: request.award,
    issuerId: issuerOf(issuers, request.award).id,
    batchId,
    requestedAt,
    ...('replaces' in request ? { replaces: request.replaces } : {}),
    ...(request.reissuedBecause === undefined ? {} : { reissuedBecause: request.reissuedBecause }),
    request,
  }))
  const inserted = await insertCredentials(trx, drafts)
  const fresh = drafts.filter(({ id }) => inserted.has(id))
  await writeDown(trx, deps, actor, issuers, fresh)
  if (fresh.length < keys.length) await adoptUnsigned(trx, keys, batchId)
  const found = new Map(
    (await findRequested(trx, keys)).map((credential) => [credential.awardKey, credential]),
  )
  return { batchId, credentials: keys.flatMap((key) => found.get(key) ?? []) }
}

/** Who signs an award: the structure what it attests, the platform the passport that collects it. */
const signerOf = (award: AwardHeader): OrganisationId | null =>
  award.kind === 'passport' ? null : award.organisationId

async function issuersFor(
  trx: Db,
  deps: RequestDeps,
  awards: readonly AwardHeader[],
): Promise<Map<OrganisationId | null, Issuer>> {
  const issuers = new Map<OrganisationId | null, Issuer>()
  for (const organisationId of new Set(awards.map(signerOf)))
    issuers.set(organisationId, await deps.ring.issuerFor(trx, organisationId))
  return issuers
}

function issuerOf(issuers: ReadonlyMap<OrganisationId | null, Issuer>, award: AwardHeader): Issuer {
  const issuer = issuers.get(signerOf(award))
  if (issuer === undefined) throw new Error('no issuer for this award')
  return issuer
}

async function writeDown(
  trx: Db,
  deps: RequestDeps,
  actor: Actor,
  issuers: ReadonlyMap<OrganisationId | null, Issuer>,
  fresh: readonly Draft[],
): Promise<void> {
  const at = deps.clock.now()
  const endorsed = await findEndorsed(trx, deps.publicUrl, fresh.map(endorsedBy))
  for (const issuer of [...issuers.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const own = fresh.filter(({ issuerId }) => issuerId === issuer.id)
    if (own.length === 0) continue
    const ids = own.map(({ id }) => id)
    const entries = await allocateStatusEntries(trx, deps, issuer, ids)
    const profile = await issuerProfile(trx, deps, issuer)
    for (const draft of own) {
      const target = endorsed.get(endorsedBy(draft) ?? '')
      const unsigned = buildUnsigned(deps, draft, {
        issuer: profile,
        target,
        status: entries.get(draft.id),
        at,
      })
      if (target !== undefined) await setEndorses(trx, draft.id, target.id)
      if (unsigned !== undefined)
        await setUnsigned(trx, draft.id, { unsigned: JSON.stringify(unsigned), title: titleOf(unsigned) })
    }
  }
  const events = fresh.map(({ id, award, batchId, replaces }): AuditEvent => ({
    at,
    actor,
    action: 'credential.requested',
    organisationId: award.organisationId,
    subject: { type: 'credential', id },
    details: { kind: award.kind, batchId, ...(replaces === undefined ? {} : { replaces }) },
  }))
  await recordEvents(trx, events)
}

/** The award key of what a draft speaks of, when it is an endorsement. */
const endorsedBy = ({ request }: Draft): string | undefined =>
  'endorses' in request ? request.endorses : undefined

function buildUnsigned(
  { publicUrl }: RequestDeps,
  { request, code }: Draft,
  register: {
    readonly issuer: IssuerProfile
    readonly target: EndorsedCredential | undefined
    readonly status: readonly StatusEntry[] | undefined
    readonly at: Date
  },
): JsonObject | undefined {
  const { issuer, target, status, at: now } = register
  if (!('build' in request)) return undefined
  if (status === undefined || status.length === 0) throw new Error('no status entry for this award')
  return request.build({
    id: credentialUrl(publicUrl, code),
    publicUrl,
    issuer,
    status,
    now,
    ...(target === undefined ? {} : { endorsed: target.url }),
  })
}

/** The credential's own name, for lists of credentials. */
export function titleOf(unsigned: JsonObject): string {
  return typeof unsigned['name'] === 'string' ? unsigned['name'] : ''
}
