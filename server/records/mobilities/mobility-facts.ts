import type { MobilityFacts } from '../../issuer/credentials/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Mobility } from './mobility.ts'
import { programmeKind, programmeLabel } from './recognise-programme.ts'

/** The stay as a credential tells it, in the credential's language. */
export function mobilityFacts(mobility: Mobility, locale: Locale): MobilityFacts {
  return {
    programme: programmeLabel(mobility.programme, locale),
    kind: programmeKind(mobility.programme),
    hostCountry: mobility.hostCountry,
    startsOn: mobility.startsOn,
    endsOn: mobility.endsOn,
    ...(mobility.activity === null ? {} : { activity: mobility.activity }),
    ...(mobility.hostName === null ? {} : { hostName: mobility.hostName }),
    ...(mobility.hostTown === null ? {} : { hostTown: mobility.hostTown }),
  }
}
