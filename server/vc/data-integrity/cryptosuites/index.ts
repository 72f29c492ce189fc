import type { JsonObject } from '../../json-value.ts'
import type { Cryptosuite, CryptosuiteName } from './cryptosuite.ts'
import { eddsaRdfc2022 } from './eddsa-rdfc-2022.ts'

/** What a proof calls its suite: `DataIntegrityProof` with its `cryptosuite`, or a type of its own. */
const SUITES: ReadonlyMap<string, Cryptosuite> = new Map([
  ['DataIntegrityProof eddsa-rdfc-2022', eddsaRdfc2022],
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
  return publicKeyMultibase.startsWith('z6Mk') ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019'
}
