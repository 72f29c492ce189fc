import { findOrganisation, publicNameOf } from '../../access/organisations/index.ts'
import { isoInstant, type Clock } from '../../kernel/clock.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  compactKeyId,
  compactKeyX,
  packNames,
  type CompactKey,
  type CompactTrust,
} from '../../vc/compact-proof/index.ts'
import { allIssuers, keysOf, type KeyRow } from '../keys/index.ts'
import { goneNames } from './store.ts'

export interface TrustListDeps {
  readonly db: Db
  readonly clock: Clock
  readonly platformName: string
  readonly platformContact: string | undefined
}

/**
 * What a device keeps to judge printed proofs by itself: every key of the platform and of the structures with its state,
 * by the name of its owner today, and what became of passports that are on paper. Nobody is named in it.
 */
export async function trustList(deps: TrustListDeps): Promise<CompactTrust> {
  const madeAt = isoInstant(deps.clock.now())
  const keys: CompactKey[] = []
  for (const issuer of await allIssuers(deps.db)) {
    const owner = await ownerOf(deps, issuer.organisationId)
    for (const key of await keysOf(deps.db, issuer.id)) keys.push(await toCompactKey(key, owner))
  }
  const { revoked, suspended, superseded } = await goneNames(deps.db)
  return {
    madeAt,
    keys,
    gone: {
      revoked: await packNames(revoked),
      suspended: await packNames(suspended),
      superseded: await packNames(superseded),
    },
  }
}

interface Owner {
  readonly issuer: string
  readonly email?: string
}

async function ownerOf(deps: TrustListDeps, organisationId: OrganisationId | null): Promise<Owner> {
  const organisation = organisationId === null ? undefined : await findOrganisation(deps.db, organisationId)
  if (organisation !== undefined)
    return {
      issuer: publicNameOf(organisation),
      ...(organisation.contactEmail ? { email: organisation.contactEmail } : {}),
    }
  const email = deps.platformContact
  return { issuer: deps.platformName, ...(email === undefined ? {} : { email }) }
}

async function toCompactKey({ keyId, state, retiredAt }: KeyRow, owner: Owner): Promise<CompactKey> {
  return {
    id: await compactKeyId(keyId),
    x: compactKeyX(keyId),
    ...owner,
    state,
    ...(retiredAt === null ? {} : { until: retiredAt }),
  }
}
