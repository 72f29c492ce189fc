import type { MobilityId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/db/index.ts'
import { mobilityChanges, type Mobility, type MobilityField, type MobilityInput } from './mobility.ts'
import { selectAttested } from './store.ts'

/** What a credential tells of a stay: once signed, a change of it is a correction and not an edit. */
export const SIGNED_FIELDS = [
  'programme',
  'activity',
  'hostName',
  'hostTown',
  'hostCountry',
  'startsOn',
  'endsOn',
  'returnSummary',
] as const satisfies readonly (keyof Mobility)[]

const isSigned = (field: MobilityField): boolean => SIGNED_FIELDS.some((one) => one === field)

/** Which of these stays were attested in a session, or are about to be. */
export async function listAttested(db: Db, ids: readonly MobilityId[]): Promise<ReadonlySet<MobilityId>> {
  return selectAttested(db, ids)
}

/** What `input` would change of a stay that was signed: left as it is by whoever is no correction. */
export const signedChanges = (stay: Mobility, input: MobilityInput): MobilityField[] =>
  mobilityChanges(stay, input).filter(isSigned)

/** `input` without what was signed, which the stay goes on saying. */
export function keepSignedFields(stay: Mobility, input: MobilityInput): MobilityInput {
  const { hostCountry, startsOn, endsOn } = stay
  const free = Object.entries(input).filter(([field]) => !isSigned(field as MobilityField))
  return { ...Object.fromEntries(free), hostCountry, startsOn, endsOn }
}
