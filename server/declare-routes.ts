import { accountRoutes } from './access/accounts/index.ts'
import { apiClientRoutes, resolveClient } from './access/api-clients/index.ts'
import { guardianshipRoutes } from './access/guardianship/index.ts'
import { loginRoutes } from './access/login/index.ts'
import { networkRoutes } from './access/network/index.ts'
import { securityRoutes } from './access/security/index.ts'
import { signOnRoutes } from './access/single-sign-on/index.ts'
import { personalDataRoutes } from './access/personal-data/index.ts'
import { organisationRoutes } from './access/organisations/index.ts'
import { structureLifeRoutes } from './access/structure-life/index.ts'
import { trainingRoutes } from './access/trainings/index.ts'
import { youthKeyRoutes } from './access/youth-keys/index.ts'
import { type Services } from './compose.ts'
import { badgeRoutes } from './holder/badges/index.ts'
import { europassRoutes } from './holder/europass/index.ts'
import { batchRoutes } from './holder/batches/index.ts'
import { passportRoutes } from './holder/passports/index.ts'
import { sharingRoutes } from './holder/sharing/index.ts'
import { walletRoutes } from './holder/wallet/index.ts'
import { slipRoutes } from './holder/slips/index.ts'
import { achievementRoutes } from './issuer/achievements/index.ts'
import { credentialRoutes } from './issuer/credentials/index.ts'
import { frameworkRoutes } from './issuer/frameworks/index.ts'
import { keyLifeRoutes } from './issuer/key-life/index.ts'
import { keyRoutes } from './issuer/keys/index.ts'
import { withdrawalRoutes } from './issuer/revocation/index.ts'
import { statusListRoutes } from './issuer/status-lists/index.ts'
import { issuerApiRoutes } from './issuer/vc-api/index.ts'
import {
  createCsrfGuard,
  createRoutes,
  rateLimits,
  type HttpDeps,
  type MissLimit,
  type Routes,
} from './platform/http/index.ts'
import { correctionRoutes } from './records/corrections/index.ts'
import { duplicateRoutes } from './records/duplicates/index.ts'
import { historyRoutes } from './records/history/index.ts'
import { mobilityRoutes } from './records/mobilities/index.ts'
import { rosterRoutes } from './records/roster/index.ts'
import { supportRoutes } from './records/support-needs/index.ts'
import { evidenceRoutes } from './records/evidence/index.ts'
import { hostVoiceRoutes } from './records/host-voice/index.ts'
import { listImportRoutes } from './records/list-imports/index.ts'
import { importRoutes } from './records/imports/index.ts'
import { readShown, tellingRoutes } from './records/telling/index.ts'
import { sessionRoutes } from './records/training-sessions/index.ts'
import { assessmentRoutes } from './records/assessments/index.ts'
import { healthRoutes } from './platform/health/index.ts'
import { liveRoutes } from './platform/live/index.ts'
import { metricsRoutes } from './platform/metrics/index.ts'
import { anyDocumentRoutes } from './verifier/any-document/index.ts'
import { deviceRoutes } from './verifier/device/index.ts'
import { vcApiRoutes } from './verifier/vc-api/index.ts'
import {
  createVerdictCache,
  homeRoutes,
  verificationRoutes,
  type VerdictCache,
} from './verifier/verification/index.ts'

/** Every route of every feature, in the order they are matched. */
export function declareRoutes(
  services: Services,
  http: HttpDeps = httpDeps(services),
  verdicts: VerdictCache = createVerdictCache(services),
  guesses: MissLimit = rateLimits.guesses(),
): Routes {
  const routes = createRoutes(http)
  healthRoutes(services)(routes)
  metricsRoutes(services)(routes)
  liveRoutes(services)(routes)
  homeRoutes(services)(routes)
  loginRoutes(services)(routes)
  signOnRoutes(services)(routes)
  securityRoutes(services)(routes)
  accountRoutes(services)(routes)
  organisationRoutes(services)(routes)
  structureLifeRoutes(services)(routes)
  networkRoutes(services)(routes)
  trainingRoutes(services)(routes)
  apiClientRoutes(services)(routes)
  // before the pages of one session and one person, whose addresses they would be
  listImportRoutes(services)(routes)
  sessionRoutes(services)(routes)
  assessmentRoutes({ ...services, readShown })(routes)
  correctionRoutes(services)(routes)
  hostVoiceRoutes(services)(routes)
  importRoutes(services)(routes)
  evidenceRoutes(services)(routes)
  tellingRoutes(services)(routes)
  historyRoutes(services)(routes)
  // before the file of one person: « duplicates » and « new » are no ids
  duplicateRoutes(services)(routes)
  rosterRoutes(services)(routes)
  mobilityRoutes(services)(routes)
  supportRoutes(services)(routes)
  passportRoutes(services)(routes)
  batchRoutes(services)(routes)
  guardianshipRoutes(services)(routes)
  // before the slips: /s/mail is no code
  youthKeyRoutes(services)(routes)
  slipRoutes(services)(routes)
  walletRoutes(services)(routes)
  badgeRoutes(services)(routes)
  europassRoutes(services)(routes)
  sharingRoutes(services)(routes)
  personalDataRoutes(services)(routes)
  // the public suites still ask for credentials of the older data model; nobody else gets them
  issuerApiRoutes({ ...services, olderDataModel: services.conformance !== undefined })(routes)
  vcApiRoutes(services)(routes)
  verificationRoutes(services, verdicts, (req) => guesses.refuses(req))(routes)
  anyDocumentRoutes(services)(routes)
  deviceRoutes(services)(routes)
  achievementRoutes(services)(routes)
  frameworkRoutes(services)(routes)
  credentialRoutes(services)(routes)
  withdrawalRoutes(services)(routes)
  statusListRoutes(services)(routes)
  keyRoutes(services)(routes)
  keyLifeRoutes(services)(routes)
  return routes
}

/** What every route is given beside its feature's own. */
export function httpDeps(services: Services): HttpDeps {
  const { ring, secure, sessionCookie, youthCookie } = services
  return {
    ...services,
    csrf: createCsrfGuard({ secret: ring.deriveSecret('csrf'), sessionCookie, youthCookie, secure }),
    resolveActor: (token) => services.login.resolve(token),
    resolveYouth: (token) => services.youthSessions.resolve(token),
    resolveClient: async (token) => services.conformance?.resolve(token) ?? resolveClient(services, token),
  }
}
