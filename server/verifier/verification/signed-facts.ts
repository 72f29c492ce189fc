import { createHash } from 'node:crypto'
import { idOf, isJsonObject, type JsonObject } from '../../vc/index.ts'
import { hasPassed, type VerifiedPage } from './verified-page.ts'

/** What identifies a signed document and its signature, whatever it says. */
export interface SignedFacts {
  /** The issuer's DID. */
  readonly issuer: string
  /** DID URLs of the keys that signed, as the proofs name them. */
  readonly keys: readonly string[]
  /** When, as the first proof says. */
  readonly signedAt?: string
  /** SHA-256 of the signed bytes as they are kept, in hexadecimal. */
  readonly sha256?: string
  /** Names of the specifications that it follows, for whoever checks it with other software. */
  readonly standards: readonly string[]
}

/** The facts of a document whose signature holds; of any other nothing is known. */
export function signedFacts(page: VerifiedPage): SignedFacts | undefined {
  const { document, signed } = page
  const issuer = document === undefined ? undefined : idOf(document['issuer'])
  if (document === undefined || issuer === undefined || !hasPassed(page, 'proof')) return undefined
  const proofs = objectsIn(document['proof'])
  const [signedAt] = proofs.flatMap(({ created }) => text(created))
  return {
    issuer,
    keys: [...new Set(proofs.flatMap(({ verificationMethod }) => idOf(verificationMethod) ?? []))],
    ...(signedAt === undefined ? {} : { signedAt }),
    ...(signed === undefined ? {} : { sha256: createHash('sha256').update(signed, 'utf8').digest('hex') }),
    standards: [...formOf(document), ...new Set(proofs.flatMap(({ cryptosuite }) => text(cryptosuite)))],
  }
}

/** What the context and the types of a document say it follows. */
function formOf(document: JsonObject): string[] {
  const contexts = [document['@context']].flat().filter((each) => typeof each === 'string')
  const types = [document['type']].flat()
  return [
    ...(contexts.includes('https://www.w3.org/ns/credentials/v2') ? ['W3C Verifiable Credentials 2.0'] : []),
    ...(types.includes('ClrCredential') ? ['CLR 2.0'] : []),
    ...(types.includes('OpenBadgeCredential') || types.includes('ClrCredential') ? ['Open Badges 3.0'] : []),
  ]
}

const objectsIn = (value: unknown): JsonObject[] => [value].flat().filter((each) => isJsonObject(each))

const text = (value: unknown): string[] => (typeof value === 'string' ? [value] : [])
