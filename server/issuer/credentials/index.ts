// Open Badges and passports: how an award becomes a document, how a document is read, and the register of both.
export type {
  AttendanceAward,
  Award,
  BuildContext,
  CompetenceAward,
  CredentialKind,
  EndorsementAward,
  EvidenceFacts,
  IssuerProfile,
  MobilityAward,
  MobilityFacts,
  PassportAward,
  SessionFacts,
  StatusReference,
  StayKind,
} from './award.ts'
export type { CompetenceContent, CredentialContent, PassportContent } from './credential-content.ts'
export { competenceLines, langOf, type CompetenceLine, type SaidLevel } from './competence-lines.ts'
export { buildCredential, type BadgeAward } from './build-credential.ts'
export { buildEndorsement } from './build-endorsement.ts'
export { rebuildEndorsement } from './rebuild-endorsement.ts'
export { isEndorsement, readEndorsement, type EndorsementContent } from './read-endorsement.ts'
export { buildPassport } from './build-passport.ts'
export { rebuildCredential, type CredentialChange } from './rebuild-credential.ts'
export { readCredential } from './read-credential.ts'
export { keepMembers, readPassport, staysOf } from './read-passport.ts'
export { credentialUrl, verificationUrl } from './credential-url.ts'
export {
  findCredential,
  findCredentialByCode,
  findCredentials,
  listCredentialsOfLearner,
  listCredentialsOfSession,
  pageSigned,
  type CredentialRecord,
} from './store.ts'
export { whenSigned } from './when-signed.ts'
export { countCredentials, joinHolders } from './join-holders.ts'
export { credentialRoutes, type CredentialRoutesDeps } from './routes.ts'
export { credentialsKeeper } from './personal-data.ts'
