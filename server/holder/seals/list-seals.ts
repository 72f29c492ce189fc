import { findOrganisation } from '../../access/organisations/index.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import { describeSeal, stateAt, type SealListing } from './describe-seal.ts'
import { readChain, type Chain } from './read-certificates.ts'
import type { SealFiles } from './seal-files.ts'

export interface ListSealsDeps {
  readonly db: Db
  readonly clock: Clock
  readonly seals: SealFiles
}

/** The structures' seals, by structure; nothing secret. Files damaged beyond reading are left out. */
export async function listSeals(deps: ListSealsDeps): Promise<SealListing[]> {
  const now = deps.clock.now()
  const listings: SealListing[] = []
  for (const id of await deps.seals.list()) {
    const kept = await deps.seals.read(id)
    const organisation = kept && (await findOrganisation(deps.db, id))
    const chain = kept && chainIn(kept.certificates)
    if (kept === undefined || organisation === undefined || chain === undefined) continue
    listings.push(
      describeSeal(organisation, chain, kept.openKey() === undefined ? 'unreadable' : stateAt(chain[0], now)),
    )
  }
  return listings.sort((one, other) => one.structure.localeCompare(other.structure))
}

function chainIn(certificates: string): Chain | undefined {
  try {
    return readChain(certificates)
  } catch {
    return undefined
  }
}
