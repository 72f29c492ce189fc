import type { JsonObject } from '../../json-value.ts'
import { keyTypeOf } from '../../crypto/key-type.ts'
import type { Cryptosuite, CryptosuiteName } from './cryptosuite.ts'
import { ecdsaRdfc2019 } from './ecdsa-rdfc-2019.ts'
import { ecdsaSd2023 } from './ecdsa-sd-2023.ts'
import { ed25519Signature2020 } from './ed25519-signature-2020.ts'
import { eddsaRdfc2022 } from './eddsa-rdfc-2022.ts'

/** What a proof calls its suite: `DataIntegrityProof` with its `cryptosuite`, or a type of its own. */
const SUITES: ReadonlyMap<string, Cryptosuite> = new Map([
  ...[eddsaRdfc2022, ecdsaRdfc2019, ecdsaSd2023].map((suite): [string, Cryptosuite] => [
    `DataIntegrityProof ${suite.name}`,
    suite,
  ]),
  [ed25519Signature2020.name, ed25519Signature2020],
])

/** The suite of a proof, or the words by which we do not know it. */
export function suiteOfProof({ type, cryptosuite }: JsonObject): Cryptosuite | string {
  const name = [type, cryptosuite].filter((word) => typeof word === 'string').join(' ')
  return SUITES.get(name) ?? name
}

/** A suite by name. Throws for one we do not sign with. */
export function suiteNamed(name: CryptosuiteName): Cryptosuite {
  const suite = SUITES.get(`DataIntegrityProof ${name}`)
  if (suite?.sign === undefined) throw new Error(`no suite ${name}`)
  return suite
}

/** The usual suite for a key, by the kind its Multikey tells. */
export function usualSuite(publicKeyMultibase: string): CryptosuiteName {
  return keyTypeOf(publicKeyMultibase) === 'Ed25519' ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019'
}
