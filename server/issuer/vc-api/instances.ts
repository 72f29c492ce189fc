import type { CryptosuiteName } from '../../vc/index.ts'
import type { KeyType } from '../keys/index.ts'

/** An issuer of the VC-API: what it signs with, and what it adds. */
export interface Instance {
  readonly name: string
  readonly keyType: KeyType
  readonly cryptosuite: CryptosuiteName
  /** Adds a status list entry to each credential, by itself. */
  readonly addsStatus?: true
}

/** `POST /issuers/NAME/credentials/issue`, each with a key and a `did:key` of its own. The first is `/credentials/issue`. */
export const INSTANCES: readonly Instance[] = [
  { name: 'ed25519', keyType: 'Ed25519', cryptosuite: 'eddsa-rdfc-2022' },
  { name: 'p256', keyType: 'P-256', cryptosuite: 'ecdsa-rdfc-2019' },
  { name: 'p384', keyType: 'P-384', cryptosuite: 'ecdsa-rdfc-2019' },
  { name: 'status', keyType: 'Ed25519', cryptosuite: 'eddsa-rdfc-2022', addsStatus: true },
  // takes options.mandatoryPointers; its credentials are shown by way of POST /credentials/derive
  { name: 'sd', keyType: 'P-256', cryptosuite: 'ecdsa-sd-2023' },
]

export const USUAL_INSTANCE = 'ed25519'

export const findInstance = (name: string): Instance | undefined =>
  INSTANCES.find((instance) => instance.name === name)

/** Where an instance takes its requests. */
export const instancePath = ({ name }: Pick<Instance, 'name'>): string =>
  name === USUAL_INSTANCE ? '/credentials/issue' : `/issuers/${name}/credentials/issue`
