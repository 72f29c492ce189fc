import type { PassingClient } from './access/api-clients/index.ts'
import type { InvalidateCopies, PersonalDataKeeper } from './access/personal-data/index.ts'
import type { StructureRecords } from './access/structure-life/index.ts'
import type { YouthSessions } from './access/youth-sessions/index.ts'
import type { BatchFolder } from './holder/batches/index.ts'
import type { CanOpenSession, SealPassport } from './holder/passports/index.ts'
import type { SealFiles } from './holder/seals/index.ts'
import type { VerifyCredentials } from './holder/sharing/index.ts'
import type { VisitCounter } from './holder/visits/index.ts'
import type { EscoSearch } from './issuer/esco/index.ts'
import type { KeyRing } from './issuer/keys/index.ts'
import type { CanonicalWatch } from './issuer/signing/index.ts'
import type { Clock } from './kernel/clock.ts'
import type { Chore } from './platform/chores/index.ts'
import type { Config } from './platform/config/index.ts'
import type { Db } from './platform/db/index.ts'
import type { FileStore } from './platform/files/index.ts'
import type { Live } from './platform/live/index.ts'
import type { Logger } from './platform/log/index.ts'
import type { Mailer } from './platform/mail/index.ts'
import type { Metrics } from './platform/metrics/index.ts'
import type { RemoteFetcher } from './platform/remote/index.ts'
import type { Views } from './platform/views/index.ts'
import type { HostStatements } from './records/assessments/index.ts'
import type { StayEnrolled } from './records/training-sessions/index.ts'
import type { StaffSignIn } from './staff-sign-in.ts'
import type { VerificationCache } from './vc/index.ts'
import type { IssuerRegistry } from './verifier/issuer-registry/index.ts'
import type { AttestorGrounds } from './verifier/verification/index.ts'

/** Everything a use case or a route may need; each names the few it takes. */
export interface Services extends StaffSignIn {
  readonly config: Config
  readonly publicUrl: string
  readonly platformName: string
  readonly statusPurposes: Config['statusPurposes']
  readonly secure: boolean
  readonly clock: Clock
  readonly log: Logger
  readonly metrics: Metrics
  /** What was found to be signed, kept for the next question about it. */
  readonly verificationCache: VerificationCache
  /** Hears of every difference between our canonicaliser and the library. */
  readonly watch: CanonicalWatch
  readonly db: Db
  readonly files: FileStore
  /** Passports of many people, for some days. */
  readonly batchFolder: BatchFolder
  /** Tells pages what others change. */
  readonly live: Live
  readonly mailer: Mailer
  readonly views: Views
  readonly ring: KeyRing
  readonly sessionCookie: string
  /** Young people who scanned their slip, and the cookie that recognises them. */
  readonly youthSessions: YouthSessions
  readonly youthCookie: string
  readonly canOpenSession: CanOpenSession
  /** The structures' seals, as they are kept. */
  readonly seals: SealFiles
  readonly sealPassport: SealPassport
  /** Openings of verdict pages that wait to be written down. */
  readonly visits: VisitCounter
  /** Verifies what is shared from a passport. */
  readonly verifyCredentials: VerifyCredentials
  /** Who keeps what about young people: see `personal-data-keepers.ts`. */
  readonly keepers: readonly PersonalDataKeeper[]
  readonly invalidateCopies: InvalidateCopies
  /** What the records keep in a structure's name. */
  readonly structureRecords: StructureRecords
  /** What hosts abroad said through their links, for whoever signs. */
  readonly hostStatements: HostStatements
  /** A stay has a place in a session: what its host said before comes with it. */
  readonly stayEnrolled: StayEnrolled
  /** Why the word of whoever attests counts. */
  readonly attestorGrounds: AttestorGrounds
  readonly platformContact: string | undefined
  /** Reads the documents of others, as far as REMOTE_HOSTS allows. */
  readonly remote: RemoteFetcher
  /** Issuers that ISSUER_REGISTRY names. */
  readonly issuers: IssuerRegistry
  /** The one client of a conformance run (`serve --conformance`); nothing else sets it. */
  readonly conformance?: PassingClient
  /** Finds ESCO skills while somebody types. */
  readonly escoSearch: EscoSearch
  /** Secret of the audit trail's chain. */
  readonly auditKey: Uint8Array
  /** What a running server does from time to time. */
  readonly chores: readonly Chore[]
  /** Signs what was asked for before the last stop, and removes the files of whom it erased. */
  resume(): Promise<{ signed: number; failed: number }>
  /** Ends connections; call once, when nothing runs any more. */
  close(): Promise<void>
}

/** Replacements for the outside world in tests. */
export interface Overrides {
  readonly clock?: Clock
  readonly mailer?: Mailer
  readonly db?: Db
  readonly log?: Logger
  readonly remote?: RemoteFetcher
  readonly issuers?: IssuerRegistry
}
