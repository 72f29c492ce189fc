import { join } from 'node:path'
import type { PassingClient } from './access/api-clients/index.ts'
import { createLogin, sessionCookieName, type Login } from './access/login/index.ts'
import type { StructureRecords } from './access/structure-life/index.ts'
import type { CanOpenSession } from './holder/passports/index.ts'
import { resumeIssuance } from './issuer/issuance/index.ts'
import { checkInstallation, openKeyRing, type KeyRing } from './issuer/keys/index.ts'
import { watchCanonicalisation, type CanonicalWatch } from './issuer/signing/index.ts'
import { systemClock, type Clock } from './kernel/clock.ts'
import { AppError } from './kernel/errors.ts'
import type { Config } from './platform/config/index.ts'
import { migrate, openDatabase, type Db } from './platform/db/index.ts'
import { createFileStore, type FileStore } from './platform/files/index.ts'
import { createLogger, type Logger } from './platform/log/index.ts'
import { createMailer, type Mailer } from './platform/mail/index.ts'
import { createMetrics, type Metrics } from './platform/metrics/index.ts'
import {
  createRemoteFetcher,
  parseRemoteHosts,
  type RemoteFetcher,
  type RemoteHosts,
} from './platform/remote/index.ts'
import { createViews, type Views } from './platform/views/index.ts'
import { structureRecords } from './records/take-over/index.ts'
import { createVerificationCache, type VerificationCache } from './vc/index.ts'
import { requireSessionAccess } from './records/training-sessions/index.ts'
import { NO_ISSUERS, openIssuerRegistry, type IssuerRegistry } from './verifier/issuer-registry/index.ts'

/** Everything a use case or a route may need; each names the few it takes. */
export interface Services {
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
  readonly mailer: Mailer
  readonly views: Views
  readonly ring: KeyRing
  readonly login: Login
  readonly sessionCookie: string
  readonly canOpenSession: CanOpenSession
  /** What the records keep in a structure's name. */
  readonly structureRecords: StructureRecords
  readonly platformContact: string | undefined
  /** Reads the documents of others, as far as REMOTE_HOSTS allows. */
  readonly remote: RemoteFetcher
  /** Issuers that ISSUER_REGISTRY names. */
  readonly issuers: IssuerRegistry
  /** The one client of a conformance run (`serve --conformance`); nothing else sets it. */
  readonly conformance?: PassingClient
  /** Signs what was asked for before the last stop. */
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

/** Some thousand passports. */
const VERIFICATION_CACHE_BYTES = 50_000_000

export const PROJECT_DIR = join(import.meta.dirname, '..')

/**
 * The only wiring: opens the database (migrated), the key ring and the rest from one configuration.
 * @throws AppError `keys-locked` when the passphrase does not open the keys, `database-unavailable`
 */
export async function compose(config: Config, overrides: Overrides = {}): Promise<Services> {
  const clock = overrides.clock ?? systemClock
  const log = overrides.log ?? createLogger(config.logLevel)
  const { publicUrl } = config
  const secure = publicUrl.startsWith('https:')
  const issuers = overrides.issuers ?? (await issuersOf(config))
  const db = overrides.db ?? openDatabase(config)
  // a connection left open would keep a failed command running for ever
  const ring = await prepare(db, config, { clock, log }).catch(async (error: unknown) => {
    await db.destroy()
    throw error
  })
  const outboxDir = join(config.dataDir, 'outbox')
  const mailer = overrides.mailer ?? createMailer({ ...config, outboxDir, clock })
  const { platformName, statusPurposes } = config
  const watch = watchCanonicalisation(config.canonicalisationSampleRate, (difference) =>
    log.error(
      difference,
      'COMPILED CANONICAL FORM DIFFERS FROM THE LIBRARY: the library reads everything from now on',
    ),
  )
  const metrics = createMetrics({ canonicalForms: () => watch.counts() })
  const issuance = { db, ring, clock, log, publicUrl, platformName, statusPurposes, watch, metrics }
  return {
    config,
    publicUrl,
    platformName,
    statusPurposes,
    secure,
    clock,
    log,
    metrics,
    watch,
    db,
    ring,
    mailer,
    files: createFileStore(join(config.dataDir, 'files')),
    views: createViews(join(PROJECT_DIR, 'templates')),
    login: createLogin({ db, clock }),
    sessionCookie: sessionCookieName(secure),
    canOpenSession: sessionAccess(db),
    structureRecords: structureRecords(issuance),
    platformContact: config.platformContact,
    remote: overrides.remote ?? createRemoteFetcher({ hosts: hostsOf(config), clock, log }),
    issuers,
    verificationCache: createVerificationCache({ maxBytes: VERIFICATION_CACHE_BYTES }),
    resume: () => resumeIssuance(issuance),
    close: () => db.destroy(),
  }
}

const issuersOf = async ({ issuerRegistry }: Config): Promise<IssuerRegistry> =>
  issuerRegistry === undefined ? NO_ISSUERS : await openIssuerRegistry(issuerRegistry)

function hostsOf({ remoteHosts }: Config): RemoteHosts {
  const hosts = parseRemoteHosts(remoteHosts)
  if (hosts === undefined)
    throw new AppError('configuration-invalid', { name: 'REMOTE_HOSTS', hint: remoteHosts })
  return hosts
}

/** The newest schema, then the keys, then the platform's own issuer. */
async function prepare(db: Db, config: Config, deps: { clock: Clock; log: Logger }): Promise<KeyRing> {
  await migrate(db)
  const ring = await openKeyRing({
    ...deps,
    keysDir: config.keysDir,
    keyStore: config.keyStore,
    publicUrl: config.publicUrl,
    ...(config.keysPassphrase === undefined ? {} : { passphrase: config.keysPassphrase }),
  })
  await ring.issuerFor(db, null)
  await checkInstallation({ ...deps, db, ring })
  return ring
}

/** The records' rule for training sessions as a question, for features that may not import the records. */
export function sessionAccess(db: Db): CanOpenSession {
  return async (actor, sessionId) => {
    try {
      await requireSessionAccess(db, actor, sessionId)
      return true
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') return false
      throw error
    }
  }
}
