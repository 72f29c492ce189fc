export { NO_ISSUERS, openIssuerRegistry, type IssuerRegistry } from './issuer-registry.ts'
