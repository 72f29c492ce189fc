export type { KeyStore, KeyType, OpenedKey } from './key-store.ts'
export { type Issuer, type KeyListing, type KeyState, type RingKey } from './issuer.ts'
export { openKeyRing, type KeyRing, type KeyRingDeps } from './key-ring.ts'
export { checkInstallation, type CheckInstallationDeps } from './check-installation.ts'
export { instanceIssuer, type InstanceIssuerDeps } from './instance-issuer.ts'
export { changePassphrase, opensWith, protectionOf, type Protection } from './change-passphrase.ts'
export { isKeyFileName } from './key-files.ts'
export { rotateKey, type RotateKeyDeps, type RotatedKey } from './rotate-key.ts'
export { requireIssuer } from './require-issuer.ts'
export { listIssuerDocuments } from './list-issuer-documents.ts'
export { listKeys, type ListKeysDeps } from './list-keys.ts'
export { keyRoutes, type KeyRoutesDeps } from './routes.ts'
export { isInstanceSlug, PLATFORM_SLUG } from './issuer.ts'
export { explainKeyRace, replaceActiveKey } from './replace-active-key.ts'
export {
  allIssuers,
  findIssuerById,
  findKey,
  keysOf,
  lockIssuer,
  markCompromised,
  type IssuerRow,
  type KeyRow,
} from './store.ts'
export type { StatusListSigner } from './signing-keys.ts'
