import { join } from 'node:path'
import { sessionCookieName } from './access/login/index.ts'
import { sweepErasedFiles } from './access/personal-data/index.ts'
import { createYouthSessions, youthCookieName } from './access/youth-sessions/index.ts'
import { serverChores } from './chores.ts'
import { createBatchFolder } from './holder/batches/index.ts'
import { findSeal, sealFiles, sealPassport } from './holder/seals/index.ts'
import { createVisitCounter } from './holder/visits/index.ts'
import { createEscoSearch } from './issuer/esco/index.ts'
import { loadFrameworks } from './issuer/frameworks/index.ts'
import { resumeIssuance } from './issuer/issuance/index.ts'
import { checkInstallation, openKeyRing, type KeyRing } from './issuer/keys/index.ts'
import { invalidateCopies } from './issuer/revocation/index.ts'
import { watchCanonicalisation } from './issuer/signing/index.ts'
import { systemClock, type Clock } from './kernel/clock.ts'
import { AppError } from './kernel/errors.ts'
import { personalDataKeepers } from './personal-data-keepers.ts'
import type { Config } from './platform/config/index.ts'
import { migrate, openDatabase, type Db } from './platform/db/index.ts'
import { createFileStore } from './platform/files/index.ts'
import { createLive } from './platform/live/index.ts'
import { createLogger, type Logger } from './platform/log/index.ts'
import { createMailer } from './platform/mail/index.ts'
import { createMetrics } from './platform/metrics/index.ts'
import { createRemoteFetcher, parseRemoteHosts, type RemoteHosts } from './platform/remote/index.ts'
import { createViews } from './platform/views/index.ts'
import { attestorGrounds, sessionAccess, verdictsOf } from './ports.ts'
import { bringWaitingAnswer, hostStatements } from './records/host-voice/index.ts'
import { structureRecords } from './records/take-over/index.ts'
import type { Overrides, Services } from './services.ts'
import { staffSignIn } from './staff-sign-in.ts'
import { createVerificationCache } from './vc/index.ts'
import { NO_ISSUERS, openIssuerRegistry, type IssuerRegistry } from './verifier/issuer-registry/index.ts'

export type { Overrides, Services } from './services.ts'

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
  const live = createLive({ db, log })
  const auditKey = ring.deriveSecret('audit-chain')
  const files = createFileStore(join(config.dataDir, 'files'))
  const batchFolder = createBatchFolder(join(config.dataDir, 'batches'))
  const keepers = personalDataKeepers({ files, batchFolder, ring, clock, log })
  const verificationCache = createVerificationCache({ maxBytes: VERIFICATION_CACHE_BYTES })
  const visits = createVisitCounter()
  const seals = sealFiles(config.keysDir, ring.deriveSecret('structure-seals'))
  const sealFor = findSeal({ db, clock, log, seals })
  const sealing = sealPassport({ clock, log, sealFor })
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
    files,
    batchFolder,
    live,
    views: createViews(join(PROJECT_DIR, 'templates'), join(PROJECT_DIR, 'browser')),
    youthSessions: createYouthSessions({ db, clock }),
    youthCookie: youthCookieName(secure),
    ...staffSignIn({ config, db, clock, log, ring }),
    sessionCookie: sessionCookieName(secure),
    canOpenSession: sessionAccess(db),
    seals,
    sealPassport: sealing,
    visits,
    verifyCredentials: verdictsOf({ ...issuance, verificationCache }),
    keepers,
    invalidateCopies: invalidateCopies(issuance),
    structureRecords: structureRecords(issuance),
    hostStatements,
    stayEnrolled: bringWaitingAnswer({ clock, live }),
    attestorGrounds,
    platformContact: config.platformContact,
    remote: overrides.remote ?? createRemoteFetcher({ hosts: hostsOf(config), clock, log }),
    issuers,
    verificationCache,
    escoSearch: createEscoSearch(),
    auditKey,
    chores: serverChores({ db, clock, log, ring, auditKey, visits, batchFolder, sealPassport: sealing }),
    resume: async () => {
      await sweepErasedFiles({ db, files, keepers })
      return resumeIssuance(issuance)
    },
    close: async () => {
      await live.stop()
      await db.destroy()
    },
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
  await loadFrameworks(db)
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
