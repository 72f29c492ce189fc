import { recordEvent } from '../../access/audit/index.ts'
import type { ClientActor } from '../../kernel/api-client.ts'
import { newId, type CredentialId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { issueCredential, type JsonObject } from '../../vc/index.ts'
import { instanceIssuer, type Issuer, type RingKey } from '../keys/index.ts'
import type { IssueRequest } from './forms.ts'
import type { Instance } from './instances.ts'
import { statusFor } from './status-for.ts'
import type { VcApiDeps } from './vc-api-deps.ts'

/**
 * Signs what a client sends, in the name of an instance's own `did:key` and no other: the credential must name it as its
 * issuer. Nothing of the content is kept; an instance that adds a status keeps which entry belongs to which `id`.
 * @throws VcError when the credential may not be signed, Refusal when the instance cannot give it a status
 */
export async function issueForClient(
  deps: VcApiDeps,
  client: ClientActor,
  instance: Instance,
  request: IssueRequest,
): Promise<JsonObject> {
  const issuer = await instanceIssuer(deps, instance)
  const key = await deps.ring.signingKeyOfDid(deps.db, issuer.did)
  if (instance.addsStatus === true)
    return deps.db.transaction((trx) =>
      issueWithStatus(trx, deps, { client, instance, issuer, key }, request),
    )
  const signed = await sign(deps, key, instance, request, request.credential)
  await recordIssue(deps.db, deps, { client, instance, id: newId() })
  return signed
}

interface Issue {
  readonly client: ClientActor
  readonly instance: Instance
  readonly issuer: Issuer
  readonly key: RingKey
}

/** Signed before the transaction ends: a credential that is refused takes no entry. */
async function issueWithStatus(
  trx: Db,
  deps: VcApiDeps,
  { client, instance, issuer, key }: Issue,
  request: IssueRequest,
): Promise<JsonObject> {
  const { id, credentialStatus } = await statusFor(trx, deps, { client, issuer }, request.credential)
  const signed = await sign(deps, key, instance, request, { ...request.credential, credentialStatus })
  await recordIssue(trx, deps, { client, instance, id })
  return signed
}

function sign(
  deps: VcApiDeps,
  key: RingKey,
  instance: Instance,
  request: IssueRequest,
  credential: JsonObject,
): Promise<JsonObject> {
  const { cryptosuite } = instance
  const { mandatoryPointers } = request
  const { olderDataModel = false } = deps
  return issueCredential(olderDataModel ? withProofContext(credential) : credential, key, {
    now: deps.clock.now(),
    cryptosuite,
    olderDataModel,
    ...(cryptosuite === 'ecdsa-sd-2023' ? { mandatoryPointers } : {}),
  })
}

const OLDER = 'https://www.w3.org/2018/credentials/v1'
const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2'

/** The words of a proof are in the context of VCDM 2.0; the older one needs another beside it. */
function withProofContext(credential: JsonObject): JsonObject {
  const context = credential['@context']
  if (!Array.isArray(context) || context[0] !== OLDER || context.includes(DATA_INTEGRITY)) return credential
  return { ...credential, '@context': [...context, DATA_INTEGRITY] }
}

async function recordIssue(
  db: Db,
  deps: VcApiDeps,
  { client, instance, id }: { client: ClientActor; instance: Instance; id: CredentialId },
): Promise<void> {
  await recordEvent(db, {
    at: deps.clock.now(),
    actor: client,
    action: 'instance-credential.issued',
    ...(client.organisationId === null ? {} : { organisationId: client.organisationId }),
    subject: { type: 'instance-credential', id },
    details: { instance: instance.name },
  })
}
