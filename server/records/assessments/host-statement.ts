import type { EndorsementAward } from '../../issuer/credentials/index.ts'
import type { MobilityId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'

/** What the host abroad said of a stay through its own link, its levels apart. */
export type HostStatement = Pick<EndorsementAward, 'dates' | 'tutor' | 'sentence' | 'reached'>

/** What hosts said of these stays and stand by; whoever keeps their links answers. */
export type HostStatements = (
  db: Db,
  mobilityIds: readonly MobilityId[],
) => Promise<ReadonlyMap<MobilityId, HostStatement>>
